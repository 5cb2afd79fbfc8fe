"""Pages on one agency, group, area or indicator, and a plan in short and on a wall."""

from io import BytesIO

import pytest
from pypdfium2 import PdfDocument

from jointaction.domain.access import Role
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.queries.shapes import stored_scheme
from jointaction.store.models import Agency, Area, Person, Plan
from tests import factories
from tests.domain.drafts import a_document, a_row

A3_LANDSCAPE = (1190, 841)  # points


@pytest.fixture
def viewer(db):
    return factories.alder_vale()


@pytest.fixture
def shown(viewer, client):
    """A page as the councillor gets it."""
    client.force_login(Person.objects.get(email=factories.email(Role.COUNCILLOR)))
    return lambda address: client.get(address).content.decode()


def test_an_agencys_page_leads_to_its_objectives_and_to_the_plans_own_columns(viewer, shown):
    plan_id = factories.accepted_plan(viewer)
    police = Agency.objects.get(name="Alder Constabulary", partnership_id=viewer.partnership_id).pk
    page = shown(f"/agencies/{police}/")
    assert f'href="/plans/{plan_id}/objectives/{factories.objective_of(plan_id)}/"' in page
    assert f'href="/plans/{plan_id}/?agency={police}"' in page
    assert "None received" in page


def test_an_areas_page_shows_its_updates_and_a_year_that_is_none_the_newest(viewer, shown):
    factories.accepted_plan(viewer)
    area = Area.objects.get(name="Alderbrook", partnership_id=viewer.partnership_id).pk
    page = shown(f"/areas/{area}/?year=%00")
    assert "1 objective reported on here" in page


def test_a_code_with_signs_has_a_page(viewer, shown):
    rows = (a_row("r1", "Tidy paths", indicator_refs=("S-A1/5 & more",)),)
    factories.accepted_plan(viewer, a_document(*rows))
    assert "Tidy paths" in shown("/indicators/S-A1%2F5%20&%20more/objectives/")


def test_words_that_look_like_markup_are_shown_as_words(viewer, shown):
    plan_id = factories.accepted_plan(viewer, a_document(a_row("r1", "<b>sheds</b>", status="<i>red</i>")))
    for page in ("summary", "wall"):
        words = shown(f"/plans/{plan_id}/{page}/")
        assert "&lt;b&gt;sheds" in words
        assert "&lt;i&gt;red" in words
        assert "<b>" not in words


@pytest.mark.parametrize("page", ["summary", "wall"])
def test_a_status_is_a_word_with_a_shape(viewer, shown, page):
    plan_id = factories.accepted_plan(viewer)
    Plan.objects.filter(pk=plan_id).update(scheme=stored_scheme(PLAIN))
    words = shown(f"/plans/{plan_id}/{page}/")
    assert "ja-status__shape" in words
    assert "No update received" in words


@pytest.mark.parametrize("rows", [1, 80])
def test_a_wall_sheet_is_one_page_of_a3_that_says_all(viewer, client, rows):
    plan_id = factories.accepted_plan(viewer, factories.large_draft(rows), is_public=True)
    answer = client.get(f"/plans/{plan_id}/wall/pdf/")
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''wall-safer-sheds-2031-32.pdf"
    sheet = PdfDocument(BytesIO(answer.content))
    assert [tuple(map(int, page.get_size())) for page in sheet] == [A3_LANDSCAPE]
    words = sheet[0].get_textpage().get_text_range()
    assert words.count("Fewer sheds") == rows


def test_a_wall_sheet_prints_letters_no_font_has(viewer, client):
    rows = (a_row("r1", "Tidy \U0001f6b2 paths \x02 #here[]"),)
    plan_id = factories.accepted_plan(viewer, a_document(*rows), is_public=True)
    assert client.get(f"/plans/{plan_id}/wall/pdf/").content.startswith(b"%PDF")
