from allauth.account import views as allauth_views
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.usersessions.views import list_usersessions
from django.conf import settings
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from jointaction.web.accounts import views
from jointaction.web.accounts.trail import in_one_step
from jointaction.web.parts.conditions import own_account, shows_code_as_picture, when_mail_is_sent


class PlainConverter(StringConverter):
    """Letters and digits, so that the first dash of a link ends the person's part."""

    regex = "[0-9A-Za-z]+"


register_converter(PlainConverter, "plain")

SECOND_FACTOR = [
    path("", own_account(factors.index), name="mfa_index"),
    path("ask/", factors.authenticate, name="mfa_authenticate"),
    path("ask-again/", own_account(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "app/", own_account(shows_code_as_picture(in_one_step(totp.activate_totp))), name="mfa_activate_totp"
    ),
    path("app/remove/", own_account(in_one_step(totp.deactivate_totp)), name="mfa_deactivate_totp"),
    path("codes/", own_account(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "codes/new/",
        own_account(in_one_step(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("codes/file/", own_account(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("keys/", own_account(keys.list_webauthn), name="mfa_list_webauthn"),
    path("keys/add/", own_account(in_one_step(keys.add_webauthn)), name="mfa_add_webauthn"),
    path("keys/ask-again/", own_account(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("keys/<int:pk>/remove/", own_account(in_one_step(keys.remove_webauthn)), name="mfa_remove_webauthn"),
    path("keys/<int:pk>/name/", own_account(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path("keys/sign-in/", keys.login_webauthn, name="mfa_login_webauthn"),
]

NEW_PASSWORD = [
    path("", when_mail_is_sent(allauth_views.password_reset), name="account_reset_password"),
    path("sent/", when_mail_is_sent(allauth_views.password_reset_done), name="account_reset_password_done"),
    path(
        "link/<plain:uidb36>-<str:key>/",
        when_mail_is_sent(in_one_step(allauth_views.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    path(
        "set/",
        when_mail_is_sent(allauth_views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]

urlpatterns = [
    path("", views.account, name="account"),
    path("sign-in/", allauth_views.login, name="account_login"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("sign-in/again/", own_account(allauth_views.reauthenticate), name="account_reauthenticate"),
    path("closed/", allauth_views.account_inactive, name="account_inactive"),
    path("password/", in_one_step(views.change_password), name="account_change_password"),
    path("new-password/", include(NEW_PASSWORD)),
    path("second-factor/", include(SECOND_FACTOR)),
    path("sessions/", list_usersessions, name="usersessions_list"),
    path("partnership/", views.choose_partnership, name="choose_partnership"),
    path("invitation/", views.join, name="join"),
    path("invitation/<str:token>/", views.invitation, name="accept_invitation"),
    path("sign-in/as/<str:role>/", views.sign_in_as, name="sign_in_as"),
]

if settings.OIDC_CLIENT_ID:
    urlpatterns.append(path("", include("jointaction.web.accounts.organisation")))
