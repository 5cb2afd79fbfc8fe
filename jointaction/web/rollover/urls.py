from django.urls import path

from jointaction.web.rollover import views

urlpatterns = [path("<int:plan_id>/roll-over/", views.rollover, name="rollover")]
