import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.models import Agency, Objective
from tests import factories
from tests.web.people import hidden, links, page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_id():
    return factories.accepted_plan(factories.alder_vale())


@pytest.fixture
def browser(plan_id):
    return signed_in()


def plan(browser, plan_id, query=""):
    return browser.get(reverse("plan", args=[plan_id]) + query)


@pytest.mark.parametrize("role", [role for role in factories.MEMBERS if role is not Role.ADMINISTRATOR])
def test_the_pages_of_a_plan_show_their_content_to_each_role(plan_id, role):
    browser = signed_in(role)
    for address in ("/", reverse("plans"), reverse("papers")):
        assert "Safer Sheds" in page_words(browser.get(address))
    assert "More sheds have a lock" in page_words(plan(browser, plan_id))
    objective = page_words(browser.get(reverse("objective", args=[plan_id, factories.objective_of(plan_id)])))
    assert "Mark garden tools at the spring fair" in objective
    assert "Library service" in objective
    paper = page_words(browser.get(reverse("paper", args=[plan_id])))
    assert "2 of 3 objectives have an update for 2031-32 Quarter 4." in paper


def test_the_address_holds_the_filters_and_the_period(browser, plan_id):
    whole, kept = plan(browser, plan_id), plan(browser, plan_id, "?theme=1&words=lock")
    assert "Everybody gets home along the river" in page_words(whole)
    assert "More sheds have a lock" in page_words(kept)
    assert "Everybody gets home along the river" not in page_words(kept)
    third = page_words(plan(browser, plan_id, "?period=2031-32+Q3"))
    assert "Two fairs held" in third
    assert "Eleven allotments visited" not in third


def test_a_filter_that_is_set_has_a_link_that_takes_only_it_away(browser, plan_id):
    found = links(plan(browser, plan_id, "?theme=1&words=sheds"))
    assert "?words=sheds" in found
    assert "?theme=1" in found


@pytest.mark.parametrize(
    "query", ["?theme=none+such", "?agency=x", "?period=soon", "?words=%00%F0%9F%9A%B2", "?page=-1"]
)
def test_a_filter_that_means_nothing_is_no_error(browser, plan_id, query):
    assert plan(browser, plan_id, query).status_code == 200


def test_words_that_look_like_markup_are_shown_as_words(browser, plan_id):
    nasty = "<script>alert(1)</script>"
    answer = plan(browser, plan_id, f"?words={nasty}")
    assert nasty not in answer.content.decode()
    draft = factories.with_timescale(nasty)
    other = factories.accepted_plan(factories.member(Role.COORDINATOR), factories.in_year(draft, "2040-41"))
    page = browser.get(reverse("objective", args=[other, factories.objective_of(other)]))
    assert nasty not in page.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()


def test_a_plan_is_published_and_taken_back(client, browser, plan_id):
    address, publish = reverse("plan", args=[plan_id]), reverse("publish_plan", args=[plan_id])
    assert client.get(address).status_code == 404
    seen = {"version": hidden(browser.get(address), "version")}
    shown = browser.post(publish, {"public": "yes", **seen}, follow=True)
    assert "Anyone can now see this plan." in page_words(shown)
    assert "More sheds have a lock" in page_words(client.get(address))
    assert browser.post(publish, seen).status_code == browser.post(publish, {}).status_code == 409
    taken_back = browser.post(publish, {"version": hidden(shown, "version")}, follow=True)
    assert "Only the partnership sees this plan now." in page_words(taken_back)
    assert client.get(address).status_code == 404


def test_the_public_sees_no_source_document_and_no_review(client, plan_id):
    factories.publish(plan_id)
    page = client.get(reverse("objective", args=[plan_id, factories.objective_of(plan_id)]))
    assert "plan.docx" not in page_words(page)
    assert not [link for link in links(page) if link.startswith("/imports/")]


@pytest.mark.parametrize("extension", ["docx", "pdf", "xlsx", "csv"])
def test_a_paper_is_a_file_to_save_that_nothing_guesses_at_or_keeps(browser, plan_id, extension):
    answer = browser.get(reverse("paper_download", args=[plan_id, extension]))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["Content-Disposition"].endswith(f".{extension}")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert len(answer.content) > 300


def test_a_paper_in_a_form_or_for_a_period_there_is_not_is_absent(browser, plan_id):
    assert browser.get(reverse("paper_download", args=[plan_id, "exe"])).status_code == 404
    assert browser.get(reverse("paper", args=[plan_id]) + "?period=2019-20+Q1").status_code == 404


def test_the_original_document_is_a_file_to_save_and_byte_for_byte_the_same(browser, plan_id):
    answer = browser.get(reverse("original", args=[factories.import_of(plan_id)]))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''plan.docx"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content.startswith(b"plan.docx ")


def test_the_history_is_read_page_by_page(browser, plan_id):
    viewer = factories.member(Role.COORDINATOR)
    for turn in range(55):
        factories.publish(plan_id, viewer, is_public=turn % 2 == 0)
    first, second = browser.get(reverse("history")), browser.get(reverse("history") + "?page=2")
    assert (len(first.context["lines"]), len(second.context["lines"])) == (50, 8)
    for odd in ("0", "-1", "x", "99999999999"):
        assert browser.get(reverse("history") + f"?page={odd}").status_code == 200


def test_rooms_shown_are_only_those_a_role_may_enter(plan_id, client):
    outside = {link for link in links(client.get("/")) if link.startswith("/")}
    assert outside & {"/papers/", "/imports/", "/history/", "/partners/"} == set()
    for role in factories.MEMBERS:
        browser = signed_in(role)
        for link in {link for link in links(browser.get("/")) if link.startswith("/")}:
            assert browser.get(link).status_code in {200, 302}, (role, link)


def test_a_post_that_names_its_agency_does_not_name_it_twice_and_leads_stand_first(browser, plan_id):
    objective_id = factories.objective_of(plan_id, "1.2")
    Objective.objects.filter(pk=objective_id).update(funding_kind="in kind")
    Agency.objects.filter(name="Alder Vale District Council").update(name="AVDC")
    words = page_words(browser.get(reverse("objective", args=[plan_id, objective_id])))
    assert "Safety coordinator (AVDC)" in words
    assert "(AVDC) (" not in words
    assert words.index("Lead agency") < words.index("Support")
    assert "In kind" in words
