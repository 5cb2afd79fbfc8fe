"""The page that says what continues what carries what it showed, so that nobody's word is undone unseen."""

import pytest

from jointaction.store.models import Continuation
from tests import factories
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db


def ticked(page) -> list[str]:
    return [f"{line.earlier.key}-{line.later.key}" for line in page.context["page"].suggestions]


def test_an_older_page_undoes_nothing_it_did_not_show():
    viewer = factories.alder_vale()
    factories.accepted_plan(viewer)
    later = factories.accepted_plan(viewer, factories.draft_of_year("2032-33"))
    address, browser = f"/plans/{later}/lineage/", signed_in()
    one, other, _ = ticked(browser.get(address))
    browser.post(address, {"pair": one})
    browser.post(address, {"pair": other})
    assert Continuation.objects.count() == 2
    shown = browser.get(address).content.decode()
    assert [each in shown for each in (f'name="seen" value="{one}"', f'name="seen" value="{other}"')] == [
        True
    ] * 2
    browser.post(address, {"pair": other, "seen": [one, other]})
    assert [str(kept) for kept in Continuation.objects.all()] == [
        "{1} continues {0}".format(*other.split("-"))
    ]
