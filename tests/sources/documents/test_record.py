from jointaction.sources.documents.record import Record, words
from tests.sources.documents.stage_values import IN_TEXT, piece


def test_a_column_is_its_pieces_in_order():
    record = Record(IN_TEXT)
    record.add(2, piece("Run patrols "))
    record.add(2, piece("along the canal"))

    assert record.text(2) == "Run patrols along the canal"
    assert record.last(2) == "along the canal"
    assert record.text(0) == record.last(0) == ""


def test_a_longer_passage_is_found_again_whatever_its_signs():
    record = Record(IN_TEXT)
    record.add(0, piece("Patrols ran: by day, by night"))
    record.add(0, piece("and along the canal."))

    assert record.holds(0, piece("by night and along the Canal"))
    assert not record.holds(0, piece("by night"))
    assert not record.holds(1, piece("by night and along the Canal"))
    assert record.ends_with(0, piece("the canal"))


def test_words_are_compared_without_signs_and_capitals():
    assert words("Patrols, (by DAY)") == ["patrols", "by", "day"]
