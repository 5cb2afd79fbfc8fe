from django.urls import path

from jointaction.web.outbox import series, views

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("<int:mail_id>/", views.message, name="outgoing_message"),
    path("<int:mail_id>/again/", views.again, name="send_again"),
    path("nudge/<int:return_id>/", views.nudge_return, name="nudge_return"),
    path("chasing/", views.chasing, name="chasing"),
    path("chasing/links.xlsx", views.chase_links, name="chase_links"),
    path("chasing/sheet.<str:extension>", views.chase_sheet, name="chase_sheet"),
    path("messages/", series.series, name="chase_series"),
    path("messages/new/", series.new, name="new_chase_message"),
    path("messages/<slug:key>/", series.change, name="chase_message"),
    path("messages/<slug:key>/remove/", series.remove, name="remove_chase_message"),
]
