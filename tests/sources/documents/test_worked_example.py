"""The rows of the worked example beside the checkout, read as its conventions say."""

import json
from pathlib import Path
from typing import Any

import pytest

from jointaction.domain.drafts import DocumentDraft, RowDraft
from jointaction.sources.documents.plan_reader import read_plan
from jointaction.sources.documents.text import text_blocks
from tests.sources.documents.all_words import words_given, words_kept

LISTS = ("actions", "measures", "indicator_refs", "lead_agencies", "lead_groups", "support")
# Parts of words and headings cut by columns; they stand whole in the draft.
CUT_WORDS = 31


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "plans" / "east-herts-plans-2008-2011.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def draft(text: str) -> DocumentDraft:
    return read_plan(text_blocks(text))


@pytest.fixture(scope="module")
def example(shared: Path) -> list[dict[str, Any]]:
    plans: list[dict[str, Any]] = json.loads((shared / "plans" / "worked-example.json").read_text("utf-8"))[
        "plans"
    ]
    return plans


def rows_of(example: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return [(plan["year"], row) for plan in example for theme in plan["themes"] for row in theme["rows"]]


def row_of(draft: DocumentDraft, year: str, ref: str) -> RowDraft:
    (found,) = [row for plan in draft.plans if plan.year == year for row in plan.rows if row.ref == ref]
    return found


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_all_plans_themes_and_rows_are_found(draft):
    assert [(plan.year, len(plan.themes), len(plan.rows)) for plan in draft.plans] == [
        ("2008-09", 7, 34),
        ("2009-10", 8, 21),
        ("2010-11", 1, 19),
    ]
    assert len(draft.rows) == len({row.key for row in draft.rows})


def test_plans_and_themes_have_the_examples_titles(draft, example):
    for plan in example:
        read = next(found for found in draft.plans if found.year == plan["year"])
        titles = [(theme.number, theme.title) for theme in read.themes]
        wanted = [(theme["number"], theme["title"]) for theme in plan["themes"]]
        assert read.title == plan["title"]
        assert titles[: len(wanted)] == wanted


def test_the_examples_texts_are_read_word_for_word(draft, example):
    for year, row in rows_of(example):
        read = row_of(draft, year, row["ref"])
        updates = [(update.period, update.area, squeezed(update.text)) for update in read.updates]
        assert (read.objective, read.timescale) == (row["objective"], row["timescale"])
        assert updates == [(u["period"], u["area"], squeezed(u["text"])) for u in row["updates"]]


def test_the_examples_lists_are_cut_as_it_cuts_them(draft, example):
    pairs = [
        (getattr(row_of(draft, year, row["ref"]), name), tuple(row[name]))
        for year, row in rows_of(example)
        for name in LISTS
    ]

    assert sum(1 for read, wanted in pairs if read == wanted) >= 0.97 * len(pairs)


def test_no_word_of_the_text_is_lost_but_the_parts_of_cut_ones(text, draft):
    lost = words_given(text_blocks(text)) - words_kept(draft)

    assert all(len(word) < 10 for word in lost)
    assert len(lost) <= CUT_WORDS
