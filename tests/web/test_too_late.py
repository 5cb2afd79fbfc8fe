"""Words typed for a row whose document was accepted meanwhile are shown, not lost."""

import pytest
from django.test import Client

from jointaction.changes.imports.accept import accept_import
from jointaction.domain.access import Role
from jointaction.store.models import Person
from tests.factories import alder_vale, email, import_in_review

pytestmark = pytest.mark.django_db


def test_words_for_an_accepted_document_come_back_to_be_copied() -> None:
    viewer = alder_vale()
    import_id = import_in_review(viewer)
    accept_import(viewer, import_id=import_id, version=1)
    client = Client()
    client.force_login(Person.objects.get(email=email(Role.COORDINATOR)))
    answer = client.post(
        f"/imports/{import_id}/rows/r1/", {"objective": "My careful words", "version_field": "1"}
    )
    assert answer.status_code == 409
    assert b"My careful words" in answer.content
    assert client.get(f"/imports/{import_id}/rows/r1/").status_code == 404
