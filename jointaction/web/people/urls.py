from django.urls import path

from jointaction.web.people import confirming, lists, views

urlpatterns = [
    path("", views.people, name="people"),
    path("invite/", views.invite_somebody, name="invite_person"),
    path("invited/", views.invited, name="invited_people"),
    path("list/", lists.bring_list, name="people_list"),
    path("list/template/", lists.template, name="people_list_template"),
    path("list/accept/", lists.accept_list, name="accept_people_list"),
    path("confirm/", confirming.confirm, name="confirm_people"),
    path("dormant/close/", views.close_dormant_accounts, name="close_dormant_accounts"),
    path("second-factor/", views.second_factor, name="require_second_factor"),
    path("invitations/<int:invitation_id>/again/", views.again, name="invite_again"),
    path("invitations/<int:invitation_id>/take-back/", views.take_back, name="revoke_invitation"),
    path("<int:membership_id>/", views.person, name="person"),
    path("<int:membership_id>/let-in/", views.let_in, name="let_person_in"),
    path("<int:membership_id>/leave/", views.end, name="end_membership"),
]
