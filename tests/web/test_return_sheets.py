"""A return is taken away as a file, filled in, brought back and looked at before it is saved."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jointaction.changes.return_sheets import accept_sheet, bring_sheet, drop_sheet
from jointaction.changes.returns.answers import save_answer
from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.answers import AnswerWords
from jointaction.domain.life import StepError
from jointaction.domain.plans import ProblemsError
from jointaction.domain.return_sheets import key_of
from jointaction.queries.return_sheets import return_form, sheet_page
from jointaction.reports.return_sheet_excel import return_xlsx
from jointaction.reports.return_sheet_word import return_docx
from jointaction.store.models import Answer, ReturnSheet
from tests import factories
from tests.returns_factories import a_round, return_of
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(viewer):
    return return_of(a_round(viewer, factories.accepted_plan(viewer))).pk


@pytest.fixture
def bring(tmp_path, viewer, asked):
    """Fill words into some answers of a fresh sheet and bring it back as somebody."""

    def brought(*texts, write=return_xlsx, name="return.xlsx", who=viewer):
        path = tmp_path / name
        path.write_bytes(write(filled(return_form(viewer, asked), *texts)))
        return bring_sheet(who, return_id=asked, path=path, name=name)

    return brought


def filled(form, *texts):
    boxes = [
        replace(box, words=replace(box.words, text=text))
        for box, text in zip(form.boxes, texts, strict=False)
    ]
    return replace(form, boxes=(*boxes, *form.boxes[len(boxes) :]))


@pytest.mark.parametrize(("write", "name"), [(return_docx, "return.docx"), (return_xlsx, "return.xlsx")])
def test_a_file_that_came_back_changes_nothing_until_it_is_taken_in(viewer, asked, bring, write, name):
    sheet_id = bring("Five fairs held", "Sheds locked", write=write, name=name)
    assert not Answer.objects.exists()
    assert accept_sheet(viewer, return_id=asked, sheet_id=sheet_id) == 2
    assert sorted(Answer.objects.values_list("text", flat=True)) == ["Five fairs held", "Sheds locked"]
    assert accept_sheet(viewer, return_id=asked, sheet_id=sheet_id) == 0
    assert ReturnSheet.objects.get().was_accepted


def test_only_the_chosen_answers_are_saved(viewer, asked, bring):
    sheet_id = bring("Five fairs held", "Sheds locked")
    first = sheet_page(viewer, asked, sheet_id).reading.changes[0]
    assert accept_sheet(viewer, return_id=asked, sheet_id=sheet_id, chosen=[key_of(first.box)]) == 1
    assert Answer.objects.get().text == "Five fairs held"


def test_what_was_saved_after_the_sheet_was_made_is_not_overwritten(viewer, asked, bring):
    sheet_id = bring("Five fairs held", "Sheds locked")
    box = return_form(viewer, asked).boxes[0]
    spot = {"objective_id": box.objective_id, "area_id": box.area_id}
    save_answer(viewer, return_id=asked, **spot, words=AnswerWords("Six fairs"), version=0)
    (trouble,) = sheet_page(viewer, asked, sheet_id).reading.troubles
    assert "after this sheet was made" in trouble.message
    assert accept_sheet(viewer, return_id=asked, sheet_id=sheet_id) == 1
    assert Answer.objects.get(**spot).text == "Six fairs"


def test_a_return_that_was_handed_in_takes_no_sheet(viewer, asked, bring):
    sheet_id = bring("Five fairs held")
    submit_return(viewer, return_id=asked)
    with pytest.raises(StepError):
        accept_sheet(viewer, return_id=asked, sheet_id=sheet_id)
    with pytest.raises(StepError):
        bring("Six fairs held")
    assert not Answer.objects.exists()


def test_a_sheet_that_was_dropped_stays_so_and_the_same_file_twice_is_one(viewer, asked, bring):
    assert bring("Five") == bring("Five")
    drop_sheet(viewer, return_id=asked, sheet_id=ReturnSheet.objects.get().pk)
    assert accept_sheet(viewer, return_id=asked, sheet_id=ReturnSheet.objects.get().pk) == 0


def test_the_agency_may_bring_its_sheet_others_may_not(viewer, asked, bring):
    own = factories.member(Role.AGENCY_LEAD)
    assert bring("Five", who=own)
    with pytest.raises(NotAllowedError):
        bring("Five", who=factories.member(Role.ANALYST))
    with pytest.raises(NotVisibleError):
        bring("Five", who=factories.whitmoor())


def test_a_file_that_is_no_sheet_is_refused_with_a_sentence(viewer, asked, tmp_path):
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ProblemsError):
        bring_sheet(viewer, return_id=asked, path=path, name="x.docx")
    assert not ReturnSheet.objects.exists()


def test_the_journey_on_the_pages(viewer, asked):
    browser = signed_in(Role.AGENCY_LEAD)
    assert "Answer in Word or Excel instead" in page_words(browser.get(reverse("return", args=[asked])))
    taken = browser.get(reverse("return_sheet_file", args=[asked, "docx"]))
    assert taken["Content-Disposition"].startswith("attachment")
    assert browser.get(reverse("return_sheet_file", args=[asked, "pdf"])).status_code == 404
    words = return_docx(filled(return_form(viewer, asked), "Five fairs held"))
    file = SimpleUploadedFile("back.docx", words)
    brought = browser.post(reverse("return_sheets", args=[asked]), {"sheet": file}, follow=True)
    seen = page_words(brought)
    assert "1 answer changes" in seen
    assert "Five fairs held" in seen
    assert "back.docx" in page_words(browser.get(reverse("return_sheets", args=[asked])))
    browser.post(brought.request["PATH_INFO"], {"do": "all"})
    assert Answer.objects.get().text == "Five fairs held"
    assert "was taken in" in page_words(browser.get(brought.request["PATH_INFO"]))


def test_what_could_not_be_taken_is_shown_with_its_cell(viewer, asked, bring):
    form = return_form(viewer, asked)
    wrong = replace(form, boxes=(replace(form.boxes[0], last="I wrote here"), *form.boxes[1:]))
    sheet_id = bring(write=lambda _: return_xlsx(wrong))
    seen = page_words(signed_in().get(reverse("return_sheet", args=[asked, sheet_id])))
    assert "is not read. If you wrote there, move it to “Your update”" in seen
    assert "Cell C" in seen
    assert "The sheet changes nothing in the return" in seen


def test_no_file_and_a_wrong_file_bring_the_page_back(asked):
    browser, address = signed_in(), reverse("return_sheets", args=[asked])
    assert browser.post(address, {}).status_code == 422
    wrong = browser.post(address, {"sheet": SimpleUploadedFile("x.txt", b"Five fairs")})
    assert (wrong.status_code, "neither a Word document" in page_words(wrong)) == (422, True)
    photo = browser.post(address, {"sheet": SimpleUploadedFile("x.jpg", b"\xff\xd8\xff\xe0 a photo")})
    assert "Fill in the sheet as you downloaded it" in page_words(photo)


def test_the_file_is_called_by_its_agency_and_quarter(asked):
    taken = signed_in().get(reverse("return_sheet_file", args=[asked, "xlsx"]))
    name = unquote(taken["Content-Disposition"])
    assert name.endswith("Return of Alder Constabulary, Safer Sheds, 2031-32 Quarter 4.xlsx")


def test_dropping_and_choosing_by_the_buttons(viewer, asked, bring):
    browser = signed_in()
    dropped = bring("Five")
    browser.post(reverse("return_sheet", args=[asked, dropped]), {"do": "drop"})
    assert "left out" in page_words(browser.get(reverse("return_sheet", args=[asked, dropped])))
    chosen = bring("Six", "Seven")
    key = key_of(return_form(viewer, asked).boxes[1])
    browser.post(reverse("return_sheet", args=[asked, chosen]), {"do": "chosen", "answer": [key]})
    assert Answer.objects.get().text == "Seven"


def test_the_number_of_queries_does_not_grow_with_the_answers(
    viewer, asked, bring, django_assert_max_num_queries
):
    sheet_id = bring("Five", "Six")
    with django_assert_max_num_queries(20):
        sheet_page(viewer, asked, sheet_id)


def test_the_page_of_a_sheet_asks_about_what_it_says(asked, bring):
    sheet_id = bring("PC Quill held 14 meetings")
    page = signed_in().get(reverse("return_sheet", args=[asked, sheet_id]))
    assert "Names a person." in page_words(page)
