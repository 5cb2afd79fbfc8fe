"""Money and due dates in a table's cells, and read from there again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.layouts import unshown
from jointaction.domain.life import FundingKind
from jointaction.domain.money_and_dates import funding_lines, timescale_lines, with_cells_read
from jointaction.domain.tables import DEFAULT_COLUMNS
from tests.domain.drafts import a_plan, a_row

WHOLE = a_row(
    "r",
    funding="From the safety fund",
    funding_kind=FundingKind.PROVIDED,
    cost_planned=Decimal(1500),
    cost_spent=Decimal("900.50"),
    timescale="Spring",
    due_on=date(2031, 3, 31),
)


def test_a_cell_says_the_words_then_kind_and_sums():
    assert funding_lines(WHOLE) == (
        "From the safety fund",
        "Provided: £1,500 planned, £900.50 spent so far",
    )
    assert timescale_lines(WHOLE) == ("Spring", "Due 31 March 2031")


def test_a_kind_alone_stands_alone_and_is_not_said_twice():
    assert funding_lines(a_row("r", funding_kind=FundingKind.IN_KIND)) == ("In kind",)
    assert funding_lines(a_row("r", funding="In kind", funding_kind=FundingKind.IN_KIND)) == ("In kind",)


def test_a_due_date_its_words_say_already_is_not_said_again():
    row = a_row("r", timescale="By 31 March 2031", due_on=date(2031, 3, 31))
    assert timescale_lines(row) == ("By 31 March 2031",)


@pytest.mark.parametrize(
    "words", ["£1,500", "Provided", "Due in spring", "Due 31 Marchy 2031", "1,500 planned"]
)
def test_words_of_a_document_stay_words(words):
    read = with_cells_read(a_row("r", funding=words, timescale=words))
    assert (read.funding, read.timescale) == (words, words)


sums = st.none() | st.decimals(0, 99999, places=2)


@given(st.sampled_from([None, *FundingKind]), sums, sums, st.none() | st.dates(date(1990, 1, 1)))
def test_what_a_cell_says_of_sums_and_dates_is_read_again(kind, planned, spent, due):
    has_sums = planned is not None or spent is not None
    row = a_row(
        "r", funding_kind=kind if has_sums else None, cost_planned=planned, cost_spent=spent, due_on=due
    )
    written = a_row(
        "r",
        funding="\n".join(funding_lines(row)) or None,
        timescale="\n".join(timescale_lines(row)) or None,
    )
    assert with_cells_read(written) == row


def test_money_and_a_date_without_words_count_as_not_shown():
    row = a_row("r", cost_planned=Decimal(5), due_on=date(2031, 3, 31))
    assert {"Timescale", "Funding"} <= {label for label, _ in unshown(a_plan(row), DEFAULT_COLUMNS)}
