from jointaction.domain.fields import Field
from jointaction.sources.documents.alignment import aligned
from jointaction.sources.documents.fitness import Known
from tests.sources.documents.stage_values import columns, stock, strip

COLUMNS = columns(
    Field.REF,
    Field.OBJECTIVE,
    Field.ACTION,
    Field.MEASURE,
    Field.INDICATOR,
    Field.LEAD_AGENCY,
    Field.LEAD_GROUP,
    Field.UPDATE,
)
FULL = (
    "1.1",
    "Quieter nights",
    "Run patrols along the",
    "Number of patrols",
    "NI17",
    "Police",
    "Market Group",
    "Patrols began in June with help from the",
)
KNOWN = Known(
    stock("patrols of the council"),
    {Field.LEAD_AGENCY: frozenset({"police"}), Field.LEAD_GROUP: frozenset({"market group"})},
)


def places(*rows: tuple[str, ...]) -> list[list[int]]:
    """For each row after a full one in an own strip, the columns of its filled cells."""
    found = aligned([strip(FULL), strip(*rows)], COLUMNS, KNOWN)
    return [[item.column for item in row.cells] for row in found[1:]]


def test_a_row_of_the_tables_width_keeps_its_columns():
    assert places(("1.2", "Calmer", "Hold talks", "Talks", "", "Police", "", "Held")) == [[0, 1, 2, 3, 5, 7]]


def test_empty_cells_beyond_the_table_are_nothing():
    assert places((*FULL, "", "")) == [[0, 1, 2, 3, 4, 5, 6, 7]]


def test_a_row_without_its_left_columns_finds_its_place():
    assert places(("canal path", "on Fridays", "county council.")) == [[2, 3, 7]]


def test_bullets_read_as_cells_are_in_no_column():
    rows = (
        (
            "1.2",
            "Calmer nights",
            "0",
            "Hold talks",
            "Number of talks",
            "NI17",
            "Police",
            "Market Group",
            "Held",
        ),
    )

    assert places(*rows) == [[0, 1, -1, 2, 3, 4, 5, 6, 7]]


def test_a_row_without_one_column_is_told_by_its_contents():
    row = ("1.2", "Calmer nights", "Hold talks", "NI17", "Police", "Market Group", "Talks were held in May")

    assert places(row) == [[0, 1, 2, 4, 5, 6, 7]]


def test_rows_of_one_width_share_their_columns():
    rows = (("canal path", "", "county council."), ("Train wardens", "", ""), ("", "", "Then it rained."))

    assert places(*rows) == [[2, 7], [2], [7]]


def test_separators_and_noise_are_in_no_column():
    assert places(("--", "---", "--"), ("l", "", "|")) == [[-1]]


def test_a_cell_that_could_stand_elsewhere_is_less_sure():
    found = aligned([strip(FULL), strip(("Anything", "at all"))], COLUMNS, KNOWN)

    assert all(item.confidence < 1 for item in found[1].cells)
    assert all(item.confidence == 1 for item in found[0].cells)
