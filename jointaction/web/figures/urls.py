from django.urls import path

from jointaction.web.figures import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/figures.csv", views.as_csv, name="figures_csv"),
]
