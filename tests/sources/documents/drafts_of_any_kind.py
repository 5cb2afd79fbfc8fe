"""Drafts of any kind, for tests that must hold for all of them."""

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
