"""The search page: marked finds, ways on, a plain sentence for none, a box on every page."""

import pytest

from jointaction.domain.access import Role
from jointaction.store.models import Person
from tests import factories
from tests.domain.drafts import a_document, a_row


@pytest.fixture
def viewer(db):
    return factories.alder_vale()


@pytest.fixture
def shown(viewer, client):
    """A page of the search as the analyst gets it."""
    client.force_login(Person.objects.get(email=factories.email(Role.ANALYST)))
    return lambda query: client.get(f"/search/?{query}").content.decode()


def test_finds_lead_to_their_objectives_with_the_words_marked(viewer, shown):
    plan_id = factories.accepted_plan(viewer)
    page = shown("words=allotments+visited")
    assert f'href="/plans/{plan_id}/objectives/{factories.objective_of(plan_id, "1.2")}/"' in page
    assert 'Eleven <mark class="ja-mark-word">allotments</mark> <mark' in page
    assert "1 find" in page


def test_words_that_look_like_markup_are_shown_as_words(viewer, shown):
    factories.accepted_plan(viewer, a_document(a_row("r1", "<b>sheds</b> <script>")))
    page = shown("words=sheds+%3Cscript%3E")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert 'value="sheds &lt;script&gt;"' in page


def test_no_find_is_told_in_a_sentence_with_a_way_on(viewer, shown):
    factories.accepted_plan(viewer)
    assert "Nothing says “unicycle”. Try fewer words" in shown("words=unicycle")
    elsewhere = shown("words=allotment&year=1999-00&page=2")
    assert "Nothing says “allotment” there; elsewhere 2 places do" in elsewhere
    assert 'href="/search/?words=allotment"' in elsewhere


def test_what_finds_are_kept_to_can_be_taken_away(viewer, shown):
    factories.accepted_plan(viewer)
    page = shown("words=allotment&kind=updates&year=2031-32&page=1")
    assert 'href="?words=allotment&amp;year=2031-32"' in page
    assert 'href="?words=allotment&amp;kind=updates"' in page


@pytest.mark.parametrize("query", ["", "words=", "words=%00&page=-1&kind=x&agency=x", "words=%22&page=²"])
def test_a_search_for_nothing_is_no_error(viewer, shown, query):
    factories.accepted_plan(viewer)
    assert "<h1" in shown(query)


def test_the_box_stands_on_every_page_also_for_the_public(viewer, client):
    assert 'role="search"' in client.get("/").content.decode()
    assert client.get("/search/?words=allotment").status_code == 200
