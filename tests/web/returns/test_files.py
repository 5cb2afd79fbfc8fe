"""Files attached to an answer: who may, what is taken, how they come back."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from jointaction.domain.access import Role
from jointaction.store.models import Answer, Evidence
from tests import factories
from tests.changes.returns import rounds
from tests.sources.documents.word_files import with_table
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db


def box_address(return_id):
    box = rounds.lines(rounds.police(), return_id)[0].box
    return reverse("answer_files", args=[return_id, box.objective_id, box.area_id or 0])


def a_photo():
    notes = Image.Exif()
    notes[0x010F] = "Kodiak 7"
    out = BytesIO()
    Image.new("RGB", (30, 20)).save(out, format="JPEG", exif=notes)
    return SimpleUploadedFile("The fair.JPG", out.getvalue())


def test_a_photo_is_kept_without_what_its_camera_wrote_and_comes_back_as_a_file_to_save(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    page = browser.post(box_address(return_id), {"file": a_photo()}, follow=True)
    assert "The fair.jpg" in page_words(page)
    evidence = Evidence.objects.get()
    answer = browser.get(reverse("answer_file", args=[return_id, evidence.pk]))
    assert b"Kodiak" not in answer.content
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_words_typed_before_a_file_was_attached_still_find_their_place(return_id):
    signed_in(Role.AGENCY_LEAD).post(box_address(return_id), {"file": a_photo()})
    assert rounds.answer(rounds.police(), return_id, "Four fairs", version=0) == 1
    assert Answer.objects.get().evidence_set.count() == 1


def test_a_word_file_is_kept_as_it_came_and_once(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    content = with_table([["Ref", "Objective"], ["1", "Safer"]])
    for _ in range(2):
        browser.post(box_address(return_id), {"file": SimpleUploadedFile("fair.docx", content)})
    evidence = Evidence.objects.get()
    assert browser.get(reverse("answer_file", args=[return_id, evidence.pk])).content == content


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("run.exe", b"MZ\x90\x00\x03" + b"\x00" * 40, "kind"),
        ("page.jpg", b"<html><script>alert(1)</script></html>", "web page"),
        ("notes.txt", b"Only words", "Attach a picture"),
        ("broken.png", b"\x89PNG\r\n\x1a\n nothing", "damaged"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(return_id, name, content, told):
    page = signed_in(Role.AGENCY_LEAD).post(
        box_address(return_id), {"file": SimpleUploadedFile(name, content)}
    )
    assert page.status_code == 422
    assert told in page_words(page)
    assert not Evidence.objects.exists()


def test_a_file_is_removed_by_its_agency_and_seen_by_no_other(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    browser.post(box_address(return_id), {"file": a_photo()})
    file_id = Evidence.objects.get().pk
    address = reverse("answer_file", args=[return_id, file_id])
    assert signed_in(Role.COORDINATOR).get(address).status_code == 200
    assert signed_in(Role.ANALYST).get(address).status_code == 403
    factories.whitmoor()
    assert signed_in(Role.COORDINATOR, "whitmoor").get(address).status_code == 404
    browser.post(reverse("remove_answer_file", args=[return_id, file_id]))
    assert not Evidence.objects.exists()
