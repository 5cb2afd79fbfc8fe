from jointaction.sources.documents.cutwords import whole_row
from tests.sources.documents.stage_values import row, stock

STOCK = stock("Police", "the Police came")


def texts(*cells: str) -> list[str]:
    return [cell.text for cell in whole_row(row(*cells), STOCK).cells]


def test_a_word_cut_by_a_columns_edge_stands_in_one_cell():
    assert texts("Crew", "Po", "olice", "group") == ["Crew", "", "Police", "group"]


def test_the_longer_cell_keeps_the_word():
    assert texts("seen by the Pol", "ice") == ["seen by the Police", ""]


def test_whole_words_and_codes_stay_in_their_cells():
    assert texts("NI17", "Police", "N/A") == ["NI17", "Police", "N/A"]
    assert texts("promotion", "S-A5.1") == ["promotion", "S-A5.1"]


def test_the_words_are_remembered_as_they_stood():
    assert [cell.cut for cell in whole_row(row("Po", "olice"), STOCK).cells] == ["", "Po olice"]
