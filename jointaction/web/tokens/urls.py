from django.urls import path

from jointaction.web.tokens import views

urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("<int:token_id>/end/", views.end, name="end_token"),
]
