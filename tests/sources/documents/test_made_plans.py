"""Plans made up in many layouts, containers and states: every word comes back, every row once."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table
from jointaction.sources.documents.plan_reader import read_plan
from jointaction.sources.documents.text import text_blocks
from tests.sources.documents.all_words import words_given, words_kept
from tests.sources.documents.layouts import LAYOUTS
from tests.sources.documents.made_plans import (
    MadePlan,
    accuracy,
    broken_words,
    made_plan,
    noisy,
    pdf_blocks,
    text_of,
    word_blocks,
)

NAMES = [layout.name for layout in LAYOUTS]
SEEDS = st.integers(min_value=0, max_value=10_000)
SIZE = 9


def whole_text(plan: MadePlan, _: Random) -> Blocks:
    return text_blocks(text_of(plan))


def cut_text(plan: MadePlan, random: Random) -> Blocks:
    return text_blocks(text_of(plan, random))


def noisy_text(plan: MadePlan, random: Random) -> Blocks:
    return text_blocks(noisy(text_of(plan), random))


def broken_text(plan: MadePlan, random: Random) -> Blocks:
    return text_blocks(broken_words(text_of(plan), random))


def in_word(plan: MadePlan, _: Random) -> Blocks:
    return word_blocks(plan)


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
@pytest.mark.parametrize(
    ("written", "floor"),
    [
        (in_word, 0.98),
        (whole_text, 0.98),
        (pdf_blocks, 0.95),
        (noisy_text, 0.97),
        (broken_text, 0.97),
        (cut_text, 0.9),
    ],
)
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_a_made_plan_comes_back(layout, written, floor, seed):
    plan = made_plan(layout, SIZE, seed)

    blocks = written(plan, Random(seed))
    draft = read_plan(blocks)

    assert len(draft.rows) == SIZE
    assert accuracy(plan, draft) >= floor


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
@settings(max_examples=2, deadline=None, derandomize=True)
@given(seed=SEEDS)
def test_no_word_is_dropped_silently(layout, seed):
    random = Random(seed)
    blocks = text_blocks(noisy(text_of(made_plan(layout, SIZE, seed), random), random))

    assert words_given(blocks) <= words_kept(read_plan(blocks))


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_reading_twice_gives_the_same_draft(layout):
    blocks = word_blocks(made_plan(layout, SIZE, 1))

    assert read_plan(blocks) == read_plan(blocks)


TEXTS = st.sampled_from(
    [
        "",
        "Ref",
        "Objective",
        "Actions",
        "Lead agency",
        "Timescale",
        "Funding",
        "1",
        "1.1",
        "2",
        "A",
        "0",
        "•",
        "--",
        "N/A",
        "Police",
        "Police, Council",
        "Run patrols",
        "along the canal path",
        "No of patrols",
        "NI17",
        "Green",
        "By summer",
        "1. SAFER STREETS",
        "Community Safety Plan 2012-13",
        "Update - six run",
        "x",
        "agenc y",
        "Fourteen patrols were completed near the lock keeper's house.",
    ]
)
# Words that mending or cutting changes, and those of headings, which a repeated header holds again.
MENDED = {"agenc", "y", "update", "x"}
HEADING_WORDS = {"ref", "objective", "actions", "lead", "agency", "timescale", "funding"}
CELLS = st.builds(Cell, TEXTS, columns=st.integers(1, 3), rows=st.integers(1, 2))
ROWS = st.builds(Row, st.lists(CELLS, max_size=6).map(tuple))
TABLES = st.builds(Table, st.lists(ROWS, max_size=6).map(tuple))
PARAGRAPHS = st.builds(Paragraph, TEXTS, is_heading=st.booleans())
DOCUMENTS = st.builds(Blocks, st.lists(TABLES | PARAGRAPHS, max_size=6).map(tuple))


@settings(max_examples=100, deadline=None)
@given(blocks=DOCUMENTS)
def test_any_heap_of_cells_is_read_and_keeps_its_words(blocks):
    draft = read_plan(blocks)

    keys = [row.key for row in draft.rows]
    assert len(set(keys)) == len(keys)
    assert words_given(blocks) - words_kept(draft) <= MENDED | HEADING_WORDS
