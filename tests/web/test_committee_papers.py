"""The papers room: write, preview, issue, withdraw, replace; and who may."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.files import kept_file
from jointaction.store.models import CommitteePaper, Objective, PaperFile, Plan
from tests import factories
from tests.committee_papers import a_draft, issued
from tests.web.people import hidden, links, page_words, signed_in

pytestmark = pytest.mark.django_db
WRITTEN = {
    "title": "Safer Sheds: Quarter 4",
    "period": "2031-32 Q4",
    "meeting": "Scrutiny committee",
    "meeting_on_day": "12",
    "meeting_on_month": "5",
    "meeting_on_year": "2032",
    "author": "Ada Fenn",
    "recommendation": "That the committee notes <b>progress</b>.",
    "reason": "It reviews the work twice a year.",
    "heading_0": "Money",
    "text_0": "None beyond the budget.",
    "heading_1": "Risks",
    "text_1": "",
}


@pytest.fixture
def browser(plan_id):
    return signed_in()


def write(browser, plan_id, **fields):
    address = reverse("new_paper", args=[plan_id])
    key = hidden(browser.get(address), "key")
    return browser.post(address, WRITTEN | {"key": key} | fields)


def versions(page):
    return {name: hidden(page, name) for name in ("version", "plan_version")}


def test_a_paper_is_written_previewed_and_issued(browser, plan_id):
    page = browser.get(write(browser, plan_id)["Location"])
    words = page_words(page)
    assert "Scrutiny committee" in words
    assert "12 May 2032" in words
    assert "None beyond the budget." in words
    assert "<b>progress</b>" in words
    assert "1 objective has no update for 2031-32 Quarter 4." in words
    assert "the box “Risks”" in words
    done = browser.post(reverse("issue_paper", args=[CommitteePaper.objects.get().pk]), versions(page))
    shown = browser.get(done["Location"])
    assert "Issued as paper 1." in page_words(shown)
    assert "More sheds have a lock" in page_words(shown)
    assert "Scrutiny committee" in page_words(browser.get(reverse("papers")))


def test_the_form_sent_twice_makes_one_paper(browser, plan_id):
    key = hidden(browser.get(reverse("new_paper", args=[plan_id])), "key")
    first, second = (write(browser, plan_id, key=key) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert CommitteePaper.objects.count() == 1


def test_a_wrong_form_says_what_to_do_and_keeps_the_words(browser, plan_id):
    answer = write(browser, plan_id, title="", heading_0="", meeting_on_day="40")
    assert answer.status_code == 422
    words = page_words(answer)
    assert "Fill in “Title of the paper”." in words
    assert "Box 1 has words but no heading." in words
    assert "That is not a date." in words
    assert "None beyond the budget." in words
    assert not CommitteePaper.objects.exists()


def test_somebody_elses_words_are_shown_beside_ones_own(viewer, browser, plan_id):
    paper_id = a_draft(viewer, plan_id)
    address = reverse("change_paper", args=[paper_id])
    seen = hidden(browser.get(address), "version")
    assert browser.post(address, WRITTEN | {"version": seen, "author": "Bea"}).status_code == 302
    overtaken = browser.post(address, WRITTEN | {"version": seen, "author": "Cy"})
    assert overtaken.status_code == 409
    assert 'value="Cy"' in overtaken.content.decode()
    assert "Bea" in page_words(overtaken)
    again = {"version": hidden(overtaken, "version"), "author": "Cy"}
    assert browser.post(address, WRITTEN | again).status_code == 302
    assert CommitteePaper.objects.get().author == "Cy"


def test_a_paper_that_moved_on_is_previewed_again(viewer, browser, plan_id):
    paper_id = a_draft(viewer, plan_id)
    seen = versions(browser.get(reverse("paper_draft", args=[paper_id])))
    Plan.objects.update(version=7)
    answer = browser.post(reverse("issue_paper", args=[paper_id]), seen)
    assert answer.status_code == 409
    assert "Not issued." in page_words(answer)
    done = browser.post(reverse("issue_paper", args=[paper_id]), versions(answer))
    assert done["Location"] == reverse("issued_paper", args=[1])


def test_an_issued_paper_gives_the_same_bytes_when_its_plan_has_changed(viewer, browser, plan_id):
    number = issued(viewer, plan_id)
    address = reverse("issued_paper_download", args=[number, "docx"])
    before = browser.get(address)
    Objective.objects.filter(theme__plan_id=plan_id).update(text="Something else")
    Plan.objects.update(version=9)
    assert browser.get(address).content == before.content
    assert "paper-1-safer-sheds" in before["Content-Disposition"]
    page = browser.get(reverse("issued_paper", args=[number]))
    assert "Fewer sheds are broken into" in page_words(page)
    assert PaperFile.objects.get(extension="docx").sha256 in page_words(page)


def test_a_damaged_file_is_told_as_such(viewer, browser, plan_id):
    number = issued(viewer, plan_id)
    kept_file(PaperFile.objects.get(extension="csv").sha256).write_bytes(b"other")
    answer = browser.get(reverse("issued_paper_download", args=[number, "csv"]))
    assert answer.status_code == 500
    assert "no longer what was issued" in page_words(answer)


def test_a_paper_is_withdrawn_and_replaced_and_both_stay(viewer, browser, plan_id):
    number = issued(viewer, plan_id)
    address = reverse("withdraw_paper", args=[number])
    assert browser.post(address, {"reason": " "}).status_code == 422
    shown = browser.post(address, {"reason": "The update on 1.1 was another year's."}, follow=True)
    assert "Withdrawn on" in page_words(shown)
    for _ in range(2):
        form = browser.post(reverse("replace_paper", args=[number]), follow=True)
    assert CommitteePaper.objects.count() == 2
    assert "Overview and scrutiny committee" in form.content.decode()
    draft = CommitteePaper.objects.get(state="draft")
    page = browser.get(reverse("paper_draft", args=[draft.pk]))
    browser.post(reverse("issue_paper", args=[draft.pk]), versions(page))
    first, second = (page_words(browser.get(reverse("issued_paper", args=[each]))) for each in (1, 2))
    assert "Replaced by paper 2" in first
    assert "The update on 1.1 was another year's." in first
    assert "It replaces paper 1" in second
    assert browser.get(reverse("issued_paper_download", args=[1, "pdf"])).status_code == 200
    assert re.search(r"Withdrawn replaced by paper 2", page_words(browser.get(reverse("papers"))))
    plan_page = page_words(browser.get(reverse("paper", args=[plan_id])))
    assert "Issued on this plan: paper 2 , paper 1 (withdrawn)" in plan_page


def test_the_next_paper_lists_what_changed_and_any_two_can_be_compared(viewer, browser, plan_id):
    issued(viewer, plan_id)
    Objective.objects.filter(theme__plan_id=plan_id, ref="1.1").update(text="Every shed is alarmed")
    number = issued(viewer, plan_id)
    words = page_words(browser.get(reverse("issued_paper", args=[number])))
    assert "What changed since paper 1 of" in words
    assert "Every shed is alarmed" in words
    compared = browser.get(reverse("issued_paper", args=[1]) + "?since=2")
    assert "What changed since paper 2 of" in page_words(compared)
    for wrong in ("9", "x", "1"):
        assert browser.get(reverse("issued_paper", args=[1]) + f"?since={wrong}").status_code == 404


def test_a_draft_is_thrown_away(viewer, browser, plan_id):
    paper_id = a_draft(viewer, plan_id)
    assert browser.post(reverse("drop_paper", args=[paper_id]), {"version": "1"}).status_code == 302
    assert not CommitteePaper.objects.exists()


def test_a_draft_is_taken_as_a_file(viewer, browser, plan_id):
    paper_id = a_draft(viewer, plan_id)
    taken = browser.get(reverse("paper_draft_download", args=[paper_id, "csv"]))
    assert "draft-paper-safer-sheds" in taken["Content-Disposition"]
    assert browser.get(reverse("paper_draft_download", args=[paper_id, "exe"])).status_code == 404


def test_readers_read_what_is_issued_and_are_offered_no_more(viewer, plan_id):
    number = issued(viewer, plan_id)
    a_draft(viewer, plan_id, title="Not for them yet")
    reader = signed_in(Role.COUNCILLOR)
    room, page = reader.get(reverse("papers")), reader.get(reverse("issued_paper", args=[number]))
    assert "Not for them yet" not in page_words(room)
    assert page.status_code == 200
    assert not [link for link in (*links(room), *links(page)) if "withdraw" in link or "/new/" in link]


def test_the_pages_take_as_many_questions_of_the_database_whatever_their_length(viewer, browser):
    counts = []
    for rows in (1, 20):
        draft = factories.in_year(factories.large_draft(rows), f"20{40 + rows}-{41 + rows}")
        plan_id = factories.accepted_plan(viewer, draft)
        period = f"20{40 + rows}-{41 + rows} Q4"
        paper_id = a_draft(viewer, plan_id, period=period)
        number = issued(viewer, plan_id, period=period)
        counts.append(
            [
                _questions(browser, address)
                for address in (
                    reverse("paper_draft", args=[paper_id]),
                    reverse("issued_paper", args=[number]),
                    reverse("papers"),
                )
            ]
        )
    assert counts[0] == counts[1]


def _questions(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_a_template_is_tried_kept_used_and_left(viewer, browser, plan_id):
    address = reverse("paper_template")
    sample = browser.get(reverse("sample_paper_template"))
    assert sample.content.startswith(b"PK")
    assert browser.get(reverse("try_paper_template")).status_code == 404
    wrong = browser.post(address, {"template": SimpleUploadedFile("plan.txt", b"Ref\tObjective\n")})
    assert wrong.status_code == 422
    kept = browser.post(address, {"template": SimpleUploadedFile("own.docx", sample.content)}, follow=True)
    assert "In use: own.docx" in page_words(kept)
    assert browser.get(reverse("try_paper_template")).content.startswith(b"PK")
    left = browser.post(reverse("leave_paper_template"), follow=True)
    assert "None is in use" in page_words(left)


def test_everyone_reads_a_published_paper(client, viewer, browser):
    number = issued(viewer, factories.accepted_plan(viewer, is_public=True))
    address, publish = reverse("issued_paper", args=[number]), reverse("publish_paper", args=[number])
    assert "Only the partnership sees this paper." in page_words(browser.get(address))
    assert client.get(address).status_code == 302
    shown = browser.post(publish, {"public": "yes"}, follow=True)
    assert "Anyone can now see this paper." in page_words(shown)
    assert "Safer Sheds: Quarter 4" in page_words(client.get(reverse("published_papers")))
    read = client.get(address)
    assert "Fewer sheds are broken into" in page_words(read)
    assert "Coordinator of alder" not in page_words(read)
    assert client.get(reverse("issued_paper_download", args=[number, "pdf"])).status_code == 200
    assert browser.post(publish, {"public": "no"}, follow=True).status_code == 200
    assert "No paper has been published yet." in page_words(client.get(reverse("published_papers")))
