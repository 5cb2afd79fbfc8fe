from django.urls import path

from jointaction.web.partners import views

urlpatterns = [path("", views.partners, name="partners")]
