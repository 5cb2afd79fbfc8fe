from django.urls import path

from jointaction.web.layouts import designer, views

urlpatterns = [
    path("", views.layouts, name="layouts"),
    path("new/", designer.new, name="new_layout"),
    path("plans/<int:plan_id>/", views.plan_layout, name="plan_layout"),
    path("<str:key>/", views.layout, name="layout"),
    path("<int:layout_id>/change/", designer.change, name="change_layout"),
    path("<int:layout_id>/delete/", views.delete, name="delete_layout"),
]
