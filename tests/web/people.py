"""Clients of people who have signed in, and what is read out of a page."""

import re
from html import unescape

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from jointaction.domain.access import Role
from jointaction.store.models import Person
from tests import factories
from tests.made_once import made_once

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def signed_in(role: Role | str = Role.COORDINATOR, place: str = "alder", **client: object) -> Client:
    """The browser of the person who holds a role."""
    browser = Client(**client)
    if client:
        browser.force_login(Person.objects.get(email=factories.email(role, place)))
    else:
        browser.cookies[settings.SESSION_COOKIE_NAME] = _session(role, place)
    return browser


@made_once
def _session(role: Role | str, place: str) -> str:
    """The cookie of somebody who came in."""
    browser = Client()
    browser.force_login(Person.objects.get(email=factories.email(role, place)))
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


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
