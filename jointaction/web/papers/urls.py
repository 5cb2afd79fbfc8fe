from django.urls import path

from jointaction.web.papers import views

urlpatterns = [
    path("", views.papers, name="papers"),
    path("<int:plan_id>/", views.paper, name="paper"),
    path("<int:plan_id>/download/<str:extension>/", views.download, name="paper_download"),
]
