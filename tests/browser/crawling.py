"""Which pages a person reaches by links: one of each kind, the kind being the address's name."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

A_FILE = "Download is starting"
LINKS = "links => links.map(link => link.getAttribute('href'))"


def reached(page: Page, *also: str) -> Iterator[str]:
    """Go from page to page by their links, to `also` first, and stop at one page of each kind on the way."""
    waiting = [*also, "/"]
    asked_for, seen = set(also), set[str]()
    while waiting:
        address = waiting.pop(0)
        kind = _kind(address)
        if kind is None or (kind in seen and address not in asked_for):
            continue
        seen.add(kind)
        asked_for.discard(address)
        if not _opened(page, address):
            continue
        yield address
        waiting += [link for link in page.locator("a[href]").evaluate_all(LINKS) if link]


def _opened(page: Page, address: str) -> bool:
    """Go to a page; an address that gives a file to keep is none."""
    try:
        page.goto(address)
    except Error as error:
        if A_FILE not in error.message:
            raise
        return False
    return True


def _kind(address: str) -> str | None:
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).url_name
    except Resolver404:
        return None
    if name is None:
        return None
    asked = "&".join(sorted(re.findall(r"(\w+)=", parts.query)))
    return f"{name}?{asked}" if asked else name
