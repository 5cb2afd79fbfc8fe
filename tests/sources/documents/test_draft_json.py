"""A draft as JSON keeps every field and comes back equal."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings

from jointaction.domain.drafts import DocumentDraft, RowDraft
from jointaction.sources.documents.draft_json import NotADraftError, draft_from_json, draft_to_json
from tests.sources.documents.drafts_of_any_kind import DRAFTS


@settings(max_examples=15)
@given(DRAFTS)
def test_any_draft_comes_back_equal(draft):
    assert draft_from_json(draft_to_json(draft)) == draft


def test_the_keys_are_the_fields_of_the_draft():
    found = json.loads(draft_to_json(DocumentDraft()))

    assert found == {"plans": [], "warnings": []}
    assert {"ref", "objective", "lead_agencies", "source", "warnings"} < {
        field.name for field in fields(RowDraft)
    }


@pytest.mark.parametrize("text", ["", "[]", '{"plans": 5}', "[" * 5000, '{"plans": [{"title": {}}]}'])
def test_anything_else_is_not_a_draft(text):
    with pytest.raises(NotADraftError):
        draft_from_json(text)
