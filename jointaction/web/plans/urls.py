from django.urls import path

from jointaction.web.plans import views

urlpatterns = [
    path("", views.plans, name="plans"),
    path("<int:plan_id>/", views.plan, name="plan"),
    path("<int:plan_id>/objectives/<int:objective_id>/", views.objective, name="objective"),
    path("<int:plan_id>/publish/", views.publish, name="publish_plan"),
]
