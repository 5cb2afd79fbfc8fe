from django.urls import path

from jointaction.web.statuses import designer, objectives, views

urlpatterns = [
    path("", views.schemes, name="status_schemes"),
    path("new/", designer.new, name="new_scheme"),
    path("plans/<int:plan_id>/", views.plan_scheme, name="plan_scheme"),
    path("objectives/<int:objective_id>/", objectives.set_objective, name="set_status"),
    path("<str:key>/", views.scheme, name="status_scheme"),
    path("<int:scheme_id>/change/", designer.change, name="change_scheme"),
    path("<int:scheme_id>/delete/", views.delete, name="delete_scheme"),
]
