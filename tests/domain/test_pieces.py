"""Taking a row apart and moving its words loses none of them."""

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.drafts import NoteDraft, RowDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.pieces import moved, parted, pieces

ROW = RowDraft(
    key="0.0.0",
    ref="1.1",
    objective="Reduce fear of crime",
    actions=("Hold street briefings", "Support the taxi cameras"),
    measures=("No of briefings",),
    lead_agencies=("Council", "Police"),
    timescale="By March",
    updates=(UpdateDraft("Six held", "2009-10 Q4", "North"), UpdateDraft("Two held", "2009-10 Q4", "South")),
    notes=(NoteDraft("Risk", "Low"),),
)
MOVABLE = [field for field in Field if field is not Field.THEME]


def words(*rows: RowDraft) -> list[str]:
    return sorted(word for row in rows for piece in pieces(row) for word in piece.text.split())


@given(st.sets(st.sampled_from([piece.name for piece in pieces(ROW)])))
def test_parting_a_row_keeps_every_word_once(picked: set[tuple[Field, int]]) -> None:
    above, below = parted(ROW, picked)
    assert words(above, below) == words(ROW)
    assert {piece.field for piece in pieces(below)} == {field for field, _ in picked}


@given(st.sampled_from(MOVABLE), st.sampled_from(MOVABLE))
def test_moving_words_between_fields_keeps_every_word(source: Field, target: Field) -> None:
    after = moved(ROW, source, target)
    assert words(after) == words(ROW)
    if source is not target:
        assert not [piece for piece in pieces(after) if piece.field is source]


def test_parting_leaves_the_picked_update_with_its_area() -> None:
    _, below = parted(ROW, {(Field.UPDATE, 1)})
    assert below.updates == (UpdateDraft("Two held", "2009-10 Q4", "South"),)
    assert below.objective == ""


def test_moving_nothing_changes_nothing() -> None:
    assert moved(ROW, Field.FUNDING, Field.ACTION) == ROW
