from dataclasses import replace

from jointaction.domain.fields import Field
from jointaction.sources.documents.celltext import CellText
from jointaction.sources.documents.doubts import column_doubts, lost_words
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.record import Record
from tests.sources.documents.stage_values import IN_TEXT, piece

LEAD = Column(Field.LEAD_AGENCY, "Lead")


def test_a_cell_whose_column_is_unsure_is_told():
    unsure = replace(piece("Police"), confidence=0.5)

    (warning,) = column_doubts(LEAD, [unsure], CellText("Police"))

    assert (warning.code, warning.quote, warning.field) == ("column-unsure", "Police", Field.LEAD_AGENCY)


def test_each_word_put_together_is_told():
    told = list(column_doubts(LEAD, [piece("Probati on")], CellText("Probation", ("Probati on",))))

    assert [(warning.code, warning.quote) for warning in told] == [("word-rejoined", "Probati on")]


def test_words_taken_once_or_without_a_column_are_told():
    record = Record(IN_TEXT, repeated=[piece("the same again")], unplaced=[piece("left over")])

    assert [(warning.code, warning.quote) for warning in lost_words(record)] == [
        ("repeated-text", "the same again"),
        ("text-not-placed", "left over"),
    ]
