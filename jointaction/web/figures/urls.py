from django.urls import path

from jointaction.web.figures import views, words

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/figures.csv", views.as_csv, name="figures_csv"),
    path("questions/words/", words.careful_words, name="careful_words"),
]
