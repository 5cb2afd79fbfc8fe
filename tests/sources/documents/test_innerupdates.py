import pytest

from jointaction.sources.documents.innerupdates import without_updates
from tests.sources.documents.stage_values import piece


@pytest.mark.parametrize("mark", ["Update - ", "Update: ", "UPDATE –".title() + " ", "Progress: "])
def test_an_update_inside_a_cell_stands_apart(mark):
    kept, told = without_updates([piece(f"Run patrols\n{mark}Six patrols run")])

    assert [part.text.strip() for part in kept] == ["Run patrols"]
    assert [part.text for part in told] == ["Six patrols run"]


def test_other_texts_stay_whole():
    pieces = [piece("Update the website"), piece("Review progress - with partners")]

    assert without_updates(pieces) == (pieces, [])
