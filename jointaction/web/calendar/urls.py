from django.urls import path

from jointaction.web.calendar import feeds, views

urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("meetings/new/", views.new_meeting, name="new_meeting"),
    path("meetings/<int:meeting_id>/", views.meeting, name="meeting"),
    path("meetings/<int:meeting_id>/cancel/", views.cancel, name="cancel_meeting"),
    path("feed/", feeds.own_feed, name="calendar_feed"),
    path("feed/<str:secret>.ics", feeds.feed, name="calendar_ics"),
]
