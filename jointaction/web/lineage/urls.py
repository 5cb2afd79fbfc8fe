from django.urls import path

from jointaction.web.lineage import views

urlpatterns = [path("<int:plan_id>/lineage/", views.lineage, name="lineage")]
