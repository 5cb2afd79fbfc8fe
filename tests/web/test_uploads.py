"""The form that takes a document: what it refuses, and in which words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jointaction.store.models import Import, SourceDocument
from jointaction.web.parts.uploads import MOST_BYTES
from tests import factories
from tests.web.people import hidden, page_words, signed_in

pytestmark = pytest.mark.django_db
KEY = "00000000-0000-4000-8000-000000000007"


@pytest.fixture
def browser():
    factories.alder_vale()
    return signed_in()


def send(browser, content, name="plan.docx", **sent):
    file = SimpleUploadedFile(name, content)
    return browser.post(reverse("upload"), {"document": file, "key": KEY} | sent, follow=True)


def test_a_document_of_more_than_25_mb_is_stopped_while_it_comes_in(browser):
    answer = send(browser, bytes(MOST_BYTES + 1))
    assert answer.status_code == 422
    assert "The document is larger than 25 MB. Remove its pictures" in page_words(answer)
    assert not SourceDocument.objects.exists()


def test_no_document_and_an_empty_one_are_told_apart(browser):
    nothing = browser.post(reverse("upload"), {"key": KEY})
    assert nothing.status_code == 422
    assert "Choose the document that holds your plan" in page_words(nothing)
    assert "The document is empty. Choose another." in page_words(send(browser, b""))
    assert not SourceDocument.objects.exists()


def test_a_form_without_its_key_is_not_taken(browser):
    assert send(browser, b"Ref\tObjective", key="seven").status_code == 422
    assert not SourceDocument.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.docx", b"MZ\x90\x00" + bytes(500)),
        ("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("plan.html", b"<html><script>alert(1)</script></html>"),
        ("plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("plan.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("plan.pdf", b"%PDF-1.7\nnot really"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_a_sentence_that_says_what_to_do(browser, name, content):
    words = page_words(send(browser, content, name))
    refusal = Import.objects.get().refusal
    assert refusal.endswith(".")
    assert " ".join(refusal.split()) in words
    assert Import.objects.get().state == "refused"


def test_a_name_with_a_path_in_it_keeps_only_its_end(browser):
    send(browser, b"\x00 no document", "../../plans/../plan.docx")
    assert SourceDocument.objects.get().name == "plan.docx"


def test_the_form_has_a_new_key_each_time_it_is_shown(browser):
    first, second = (hidden(browser.get(reverse("upload")), "key") for _ in range(2))
    assert first != second


def test_the_same_document_again_leads_to_what_became_of_it(browser, tmp_path):
    first = send(browser, b"Ref\tObjective\tActions\n1\tFewer sheds\tMark tools\n", "plan.txt")
    again = send(
        browser,
        b"Ref\tObjective\tActions\n1\tFewer sheds\tMark tools\n",
        "renamed.txt",
        key="00000000-0000-4000-8000-000000000008",
    )
    assert again.redirect_chain == first.redirect_chain
    assert "renamed.txt was uploaded before. This is what became of it." in page_words(again)
