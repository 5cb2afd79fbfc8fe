from django.urls import path

from jointaction.web.indicators import views

urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("new/", views.new, name="new_indicator"),
    path("<int:indicator_id>/", views.change, name="change_indicator"),
    path("<int:indicator_id>/take-out/", views.take_out, name="take_out_indicator"),
]
