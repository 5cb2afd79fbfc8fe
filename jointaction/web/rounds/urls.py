from django.urls import path

from jointaction.web.rounds import views

urlpatterns = [
    path("<int:plan_id>/rounds/", views.rounds, name="rounds"),
    path("<int:plan_id>/rounds/<int:round_id>/", views.round_grid, name="round"),
    path("<int:plan_id>/rounds/<int:round_id>/<slug:step>/", views.round_step, name="round_step"),
    path("returns/<int:return_id>/links/", views.return_links, name="return_links"),
    path("returns/<int:return_id>/decide/<slug:step>/", views.decide, name="decide_return"),
    path("returns/<int:return_id>/<slug:step>/", views.return_step, name="return_step"),
]
