"""Clients of people who have signed in, and what is read out of a page."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client

from jointaction.domain.access import Role
from jointaction.store.models import Person
from tests import factories

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def signed_in(role: Role | str = Role.COORDINATOR, place: str = "alder", **client: object) -> Client:
    """The browser of the person who holds a role."""
    browser = Client(**client)
    browser.force_login(Person.objects.get(email=factories.email(role, place)))
    return browser


def page_words(response: HttpResponse) -> str:
    """What a page says, without its markup, in one line."""
    return " ".join(unescape(_TAG.sub(" ", response.content.decode())).split())


def links(response: HttpResponse) -> list[str]:
    """Where a page's links lead."""
    return [unescape(link) for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', response.content.decode())]


def hidden(response: HttpResponse, name: str) -> str:
    """The value of a form's hidden input."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no hidden input {name}"
    return found[1]
