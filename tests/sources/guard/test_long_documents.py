"""Genuine documents of a hard size: they are read, in time, with their progress shown."""

import random
from pathlib import Path
from time import monotonic

import pytest

from jointaction.sources.guard import read_guarded
from tests.sources.documents.pdf_files import plan_pdf
from tests.sources.documents.word_files import with_table

WORDS = [
    "safer",
    "street",
    "police",
    "council",
    "light",
    "hedge",
    "night",
    "calm",
    "youth",
    "review",
    "group",
]
HEAD = ["Ref", "Objective", "Actions", "Performance indicator", "Lead agency", "Update"]


def rows(count: int) -> list[list[str]]:
    chance = random.Random(3)

    def text(length: int) -> str:
        return " ".join(chance.choices(WORDS, k=length))

    return [HEAD] + [
        [f"{n // 9 + 1}.{n % 9 + 1}", text(9), text(30), text(12), "Police", text(60)] for n in range(count)
    ]


def seconds(data: bytes, name: str, folder: Path) -> tuple[float, list[tuple[int, int]], int]:
    path = folder / name
    path.write_bytes(data)
    told: list[tuple[int, int]] = []
    started = monotonic()
    draft = read_guarded(path, name=name, progress=lambda done, total: told.append((done, total)))
    return monotonic() - started, told, len(draft.rows)


@pytest.mark.slow
def test_a_pdf_of_three_hundred_pages_is_read_within_a_minute(tmp_path):
    took, told, read = seconds(plan_pdf(rows(930)), "plan.pdf", tmp_path)

    print(f"{told[-1][1]} pages, {read} rows, {took:.1f} s")
    assert 285 <= told[-1][1] <= 300
    assert told == [(done, told[-1][1]) for done in range(1, told[-1][1] + 1)]
    assert took < 60
    assert read >= 930


@pytest.mark.slow
def test_a_word_plan_of_sixty_rows_is_read_within_a_second(tmp_path):
    took, _, read = seconds(with_table(rows(60)), "plan.docx", tmp_path)

    print(f"{read} rows, {took:.2f} s")
    assert read == 60
    assert took < 1
