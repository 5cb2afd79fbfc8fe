from django.urls import path

from jointaction.web.history import views

urlpatterns = [
    path("", views.history, name="history"),
    path("<int:sequence>/", views.entry, name="history_entry"),
]
