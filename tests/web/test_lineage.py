"""The page on which a coordinator says which objectives continue which."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from jointaction.domain.drafts import DocumentDraft
from jointaction.store.models import Continuation
from tests import factories
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db


def ticked(page) -> list[str]:
    return [f"{line.earlier.key}-{line.later.key}" for line in page.context["page"].suggestions]


@pytest.fixture
def browser(plan_id: int) -> Client:
    return signed_in()


@pytest.fixture
def later_id(viewer, plan_id: int) -> int:
    """The same plan a year on, with one objective under other words."""
    (plan,) = factories.draft_of_year("2032-33").plans
    first, *others = plan.themes
    row = replace(first.rows[0], objective="Light every path", actions=("Put up lamps",))
    themes = (replace(first, rows=(row, *first.rows[1:])), *others)
    return factories.accepted_plan(viewer, DocumentDraft((replace(plan, themes=themes),)))


def pair(earlier_plan: int, later_plan: int, ref: str, later_ref: str) -> str:
    return f"{factories.objective_of(earlier_plan, ref)}-{factories.objective_of(later_plan, later_ref)}"


def test_an_objective_under_other_words_is_joined_by_hand(browser, plan_id, later_id) -> None:
    address = reverse("lineage", args=[later_id])
    assert "Light every path" in page_words(browser.get(address)).partition("New in 2032-33")[2]
    chosen = pair(plan_id, later_id, "2.1", "1.1")
    shown = browser.post(address, {"pair": [chosen, "", ""]}, follow=True)
    assert "1 objective continues an earlier one." in page_words(shown)
    assert [f"{line.earlier_id}-{line.later_id}" for line in Continuation.objects.all()] == [chosen]
    assert f'value="{chosen}" checked' in shown.content.decode()


def test_two_more_are_joined_where_one_continues_several(browser, plan_id, later_id) -> None:
    first, second = pair(plan_id, later_id, "1.2", "1.2"), pair(plan_id, later_id, "2.1", "1.2")
    earlier, _, later = second.partition("-")
    shown = browser.post(
        reverse("lineage", args=[later_id]),
        {"pair": [first], "earlier": earlier, "later": later},
        follow=True,
    )
    assert "1 objective continues an earlier one." in page_words(shown)
    assert Continuation.objects.count() == 2


def test_half_a_choice_joins_nothing_and_says_so(browser, plan_id, later_id) -> None:
    later = pair(plan_id, later_id, "1.2", "1.2").partition("-")[2]
    shown = browser.post(reverse("lineage", args=[later_id]), {"later": later}, follow=True)
    assert "To join two more, choose both of them." in page_words(shown)
    assert not Continuation.objects.exists()


def test_of_two_earlier_plans_the_one_that_was_continued_is_shown(browser, viewer, plan_id, later_id) -> None:
    (plan,) = factories.draft_of_year("2031-32").plans
    other = factories.accepted_plan(viewer, DocumentDraft((replace(plan, title="Another plan"),)))
    chosen = pair(other, later_id, "1.2", "1.2")
    Continuation.objects.create(
        earlier_id=int(chosen.partition("-")[0]),
        later_id=int(chosen.partition("-")[2]),
        confirmed_by_id=viewer.person_id,
        confirmed_at="2032-05-01T12:00:00Z",
    )
    assert f'value="{chosen}" checked' in browser.get(reverse("lineage", args=[later_id])).content.decode()


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
