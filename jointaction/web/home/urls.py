from django.urls import path

from jointaction.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("components/", views.components, name="components"),
]
