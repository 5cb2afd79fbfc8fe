"""People with a password who come in by the front door."""

import hmac
import time
from base64 import b32decode

from django.test import Client

from jointaction.domain.access import Role
from jointaction.store.models import Membership, Person
from tests import factories

PASSWORD = "three blue walking sticks"
SIGN_IN = "/account/sign-in/"


def with_password(role: Role, place: str = "alder") -> Person:
    """The person who holds a role, with a password of their own."""
    person = Person.objects.get(email=factories.email(role, place))
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(person: Person, client: Client | None = None, password: str = PASSWORD) -> Client:
    """A browser in which somebody filled in the sign-in page."""
    client = client or Client()
    client.post(SIGN_IN, {"login": person.email, "password": password})
    return client


def show_it_is_you(client: Client) -> None:
    """Write the password once more, as sensitive pages ask."""
    client.post("/account/sign-in/again/", {"password": PASSWORD})


def set_up_app(client: Client) -> str:
    """Set up an authenticator app; returns its secret."""
    show_it_is_you(client)
    page = client.get("/account/second-factor/app/")
    secret: str = page.context["form"].secret
    done = client.post("/account/second-factor/app/", {"code": code_of(secret)})
    assert done.status_code == 302
    return secret


def code_of(secret: str, at: float | None = None) -> str:
    """The code an app shows for a secret (RFC 6238: SHA-1, 30 seconds, 6 digits)."""
    key = b32decode(secret + "=" * (-len(secret) % 8))
    step = int(at if at is not None else time.time()) // 30
    digest = hmac.digest(key, step.to_bytes(8, "big"), "sha1")
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place : place + 4], 'big') & 0x7FFF_FFFF) % 1_000_000:06d}"


def seat(role: Role, place: str = "alder") -> Membership:
    """The seat of the person who holds a role."""
    return Membership.objects.get(person__email=factories.email(role, place), partnership__slug=place)
