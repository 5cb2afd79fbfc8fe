from math import inf

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.fields import Field
from jointaction.sources.documents.matching import NOWHERE, Gaps, best_columns
from tests.sources.documents.stage_values import columns

GAPS = Gaps(columns(Field.REF, Field.ACTION, Field.LEAD_AGENCY, Field.UPDATE), is_left=False)
SCORES = st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=1, max_size=6)


def test_each_cell_takes_the_column_it_suits():
    scores = [[0.0, 3.0, 0.0, 0.0], [0.0, 0.0, 0.0, 3.0]]

    assert best_columns(scores, [4.0, 4.0], GAPS)[0] == [1, 3]


def test_a_cell_that_costs_little_to_drop_has_no_column():
    scores = [[-inf, -inf, -inf, -inf], [0.0, 3.0, 0.0, 0.0]]

    assert best_columns(scores, [0.1, 4.0], GAPS)[0] == [NOWHERE, 1]


@given(SCORES)
def test_columns_never_run_backwards(scores):
    chosen, _ = best_columns(scores, [4.0] * len(scores), GAPS)

    placed = [column for column in chosen if column != NOWHERE]
    assert placed == sorted(placed)
    assert len(chosen) == len(scores)
