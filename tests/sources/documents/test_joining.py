from jointaction.domain.fields import Field
from jointaction.sources.documents.joining import records
from tests.sources.documents.stage_values import IN_WORD, aligned_row, columns

WITH_REF = columns(Field.REF, Field.OBJECTIVE, Field.ACTION, Field.LEAD_AGENCY)
WITHOUT = columns(Field.OBJECTIVE, Field.ACTION, Field.LEAD_AGENCY)


def texts(rows, own=WITH_REF):
    return [[record.text(place) for place in range(len(own))] for record in records(rows, own)]


def test_rows_without_a_reference_belong_to_the_row_above():
    rows = [
        aligned_row("1.1", "Quieter", "Run patrols", "Police"),
        aligned_row("", "nights", "along the canal", ""),
        aligned_row("1.2", "Calmer", "Hold talks", "Council"),
    ]

    assert texts(rows) == [
        ["1.1", "Quieter nights", "Run patrols along the canal", "Police"],
        ["1.2", "Calmer", "Hold talks", "Council"],
    ]


def test_a_reference_printed_again_after_a_page_end_does_not_begin_a_row():
    rows = [
        aligned_row("1.1", "Quieter nights", "Run patrols"),
        aligned_row("1.1", "", "and talks", strip=1),
    ]

    assert len(texts(rows)) == 1


def test_a_whole_row_whose_reference_was_left_out_is_a_row_of_its_own():
    rows = [
        aligned_row("1.1", "Quieter nights", "Run patrols", "Police"),
        aligned_row("", "Calmer days", "Hold talks", "Council"),
        aligned_row("1.3", "Cleaner parks", "Sweep", "Council"),
    ]

    assert len(texts(rows)) == 3


def test_a_passage_the_document_holds_twice_is_taken_once():
    rows = [
        aligned_row("1.1", "Quieter nights", "Run patrols along the whole canal path", "Police"),
        aligned_row("", "nights", "patrols along the whole canal path", "", strip=1),
    ]

    (record,) = records(rows, WITH_REF)

    assert record.text(2) == "Run patrols along the whole canal path"
    assert [piece.text for piece in record.repeated] == ["nights", "patrols along the whole canal path"]


def test_without_references_each_objective_begins_a_row():
    rows = [
        aligned_row("Quieter nights", "Run patrols", "Police"),
        aligned_row("", "Hold talks", "Council"),
        aligned_row("Cleaner parks", "Sweep", "Council"),
    ]

    assert texts(rows, WITHOUT) == [
        ["Quieter nights", "Run patrols Hold talks", "Police Council"],
        ["Cleaner parks", "Sweep", "Council"],
    ]


def test_without_references_a_line_in_small_letters_goes_on():
    rows = [
        aligned_row("Quieter nights on the", "Run patrols", "Police"),
        aligned_row("canal path", "by boat"),
    ]

    assert texts(rows, WITHOUT) == [["Quieter nights on the canal path", "Run patrols by boat", "Police"]]


def test_a_row_after_a_page_end_that_lacks_usual_columns_goes_on():
    rows = [
        aligned_row("Quieter nights", "Run patrols", "Police"),
        aligned_row("Cleaner parks", "Sweep weekly", "Council"),
        aligned_row("Calmer days", "Hold talks", "Council"),
        aligned_row("", "Visit schools", strip=1),
        aligned_row("Safer homes", "Fit locks", "Council", strip=1),
    ]

    assert [record[0] for record in texts(rows, WITHOUT)] == [
        "Quieter nights",
        "Cleaner parks",
        "Calmer days",
        "Safer homes",
    ]


def test_an_objective_repeated_on_each_row_of_word_is_one():
    rows = [
        aligned_row("Quieter nights", "Run patrols", "Police", place=IN_WORD),
        aligned_row("Quieter nights", "Hold talks", "Council", place=IN_WORD),
    ]

    assert texts(rows, WITHOUT) == [["Quieter nights", "Run patrols Hold talks", "Police Council"]]
