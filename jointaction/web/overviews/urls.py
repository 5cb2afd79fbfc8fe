from django.urls import path

from jointaction.web.overviews import views

urlpatterns = [
    path("agencies/<int:agency_id>/", views.agency, name="agency"),
    path("groups/<int:group_id>/", views.group, name="group"),
    path("areas/<int:area_id>/", views.area, name="area"),
    path("indicators/<path:code>/objectives/", views.indicator, name="indicator_objectives"),
    path("plans/<int:plan_id>/summary/", views.summary, name="plan_summary"),
    path("plans/<int:plan_id>/wall/", views.wall, name="plan_wall"),
    path("plans/<int:plan_id>/wall/pdf/", views.wall_file, name="plan_wall_pdf"),
]
