from django.urls import path

from jointaction.web.setup import views

urlpatterns = [
    path("", views.start, name="set_up"),
    path("check/", views.check, name="set_up_check"),
    path("<str:name>/", views.step, name="set_up_step"),
]
