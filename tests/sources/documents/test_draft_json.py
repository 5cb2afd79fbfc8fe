"""A draft as JSON keeps every field and comes back equal."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jointaction.domain.drafts import (
    CellOrigin,
    ColumnDraft,
    DocumentDraft,
    Place,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field
from jointaction.sources.documents.draft_json import NotADraftError, draft_from_json, draft_to_json

WORDS = st.text(max_size=8)
TEXTS = st.lists(WORDS, max_size=2).map(tuple)
BOX = st.tuples(*[st.floats(-9999, 9999)] * 4)
PLACES = st.builds(Place, page=st.none() | st.integers(1, 300), cell=st.none() | WORDS, box=st.none() | BOX)
WARNINGS = st.builds(
    ReadingWarning, code=WORDS, message=WORDS, field=st.none() | st.sampled_from(Field), place=PLACES
)
ROWS = st.builds(
    RowDraft,
    key=WORDS,
    ref=st.none() | WORDS,
    actions=TEXTS,
    updates=st.builds(UpdateDraft, text=WORDS, area=st.none() | WORDS).map(lambda update: (update,)),
    origins=st.builds(CellOrigin, field=st.sampled_from(Field), place=PLACES, source_text=WORDS).map(
        lambda origin: (origin,)
    ),
    warnings=st.lists(WARNINGS, max_size=2).map(tuple),
)
PLANS = st.builds(
    PlanDraft,
    title=st.none() | WORDS,
    year=st.none() | WORDS,
    themes=st.builds(
        ThemeDraft, number=st.none(), title=WORDS, rows=st.lists(ROWS, max_size=2).map(tuple)
    ).map(lambda theme: (theme,)),
    columns=st.builds(ColumnDraft, heading=WORDS, field=st.sampled_from(Field)).map(lambda column: (column,)),
)
DRAFTS = st.builds(
    DocumentDraft,
    plans=st.lists(PLANS, max_size=2).map(tuple),
    warnings=st.lists(WARNINGS, max_size=2).map(tuple),
)


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
