"""Run as a program: two partnerships of whose people some took up their invitation, and one has an app."""

import django

django.setup()

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret  # noqa: E402
from django.contrib.auth.hashers import make_password  # noqa: E402

from jointaction.domain.access import Role  # noqa: E402
from jointaction.store.models import Person  # noqa: E402
from tests.factories import alder_vale, email, whitmoor  # noqa: E402

CAME_IN = (Role.COORDINATOR, Role.AGENCY_LEAD, "disabled", "former")

if __name__ == "__main__":
    alder_vale()
    whitmoor()
    theirs = [email(who) for who in CAME_IN] + [email(Role.COORDINATOR, "whitmoor")]
    Person.objects.filter(email__in=theirs).update(password=make_password("three blue walking sticks"))
    TOTP.activate(Person.objects.get(email=email(Role.AGENCY_LEAD)), generate_totp_secret())
    print("{}")
