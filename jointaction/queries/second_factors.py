"""Which second factors somebody has, and whether they still owe their partnership one."""

from allauth.mfa.models import Authenticator

from jointaction.domain.access import Viewer
from jointaction.store.models import Person

CODES = "recovery codes"
KINDS = {
    Authenticator.Type.TOTP: "an app",
    Authenticator.Type.WEBAUTHN: "a passkey or security key",
    Authenticator.Type.RECOVERY_CODES: CODES,
}


def factors_of(person_id: int) -> dict[int, str]:
    """What each second factor of somebody is, in words, by its number."""
    found = Authenticator.objects.filter(user_id=person_id).order_by("pk").values_list("pk", "type")
    return {number: KINDS.get(kind, kind) for number, kind in found}


def owes_second_factor(viewer: Viewer) -> bool:
    """Whether the viewer's partnership asks a second factor of everybody and the viewer has none yet.

    People of the demonstration have no password either, and owe nothing.
    """
    if viewer.person_id is None or not viewer.asks_second_factor:
        return False
    if Person.objects.filter(pk=viewer.person_id, is_demo=True).exists():
        return False
    factors = Authenticator.objects.filter(user_id=viewer.person_id)
    return not factors.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
