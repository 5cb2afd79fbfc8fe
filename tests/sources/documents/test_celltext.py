from jointaction.domain.fields import Field
from jointaction.sources.documents.celltext import cell_text
from tests.sources.documents.stage_values import piece, stock

STOCK = stock("the Probation service", "magazines")


def lines(*pieces, field=Field.ACTION):
    return cell_text(pieces, field, STOCK).lines


def test_bullets_become_lines():
    assert lines(piece("• Run patrols • Hold talks")) == ("Run patrols", "Hold talks")
    assert lines(piece("Referrals to: o Housing o Leisure o Health")) == (
        "Referrals to:",
        "Housing",
        "Leisure",
        "Health",
    )


def test_the_authors_line_ends_stay_and_a_narrow_columns_go():
    assert lines(piece("Run patrols\nhold talks")) == ("Run patrols", "hold talks")
    assert lines(piece("Run patrols along\nthe canal", soft=True)) == ("Run patrols along the canal",)
    assert lines(piece("• Run patrols\nby day\n• Hold talks", soft=True)) == (
        "Run patrols by day",
        "Hold talks",
    )


def test_a_piece_goes_on_or_begins_a_line_by_sense():
    assert lines(piece("Run patrols along the"), piece("canal path")) == ("Run patrols along the canal path",)
    assert lines(piece("Run patrols"), piece("Hold talks")) == ("Run patrols", "Hold talks")
    assert lines(piece("Fewer calls."), piece("Then it rained."), field=Field.UPDATE) == (
        "Fewer calls.",
        "Then it rained.",
    )


def test_cells_under_each_other_in_word_stay_apart():
    names = (piece("Council", is_whole=True), piece("Rangers", is_whole=True))

    assert lines(*names, field=Field.LEAD_AGENCY) == ("Council", "Rangers")


def test_words_broken_between_pieces_are_rejoined():
    found = cell_text([piece("Police, Probati"), piece("on")], Field.LEAD_AGENCY, STOCK)

    assert (found.text, found.rejoined) == ("Police, Probation", ("Probati on",))
