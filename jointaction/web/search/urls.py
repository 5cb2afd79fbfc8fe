from django.urls import path

from jointaction.web.search import views

urlpatterns = [
    path("", views.search, name="search"),
]
