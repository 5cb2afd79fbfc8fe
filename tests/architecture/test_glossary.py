"""The glossary has every word the code uses, each once, and names nothing the code does not have."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from jointaction.domain.access import Role
from jointaction.domain.fields import Field
from jointaction.domain.imports import ImportState
from jointaction.domain.life import PlanState

ROOT = Path(__file__).resolve().parents[2]
MODULES = tuple(
    import_module(f"jointaction.{name}")
    for name in (
        "domain.access",
        "domain.agreeing",
        "domain.audit",
        "domain.comparison",
        "domain.drafts",
        "domain.fields",
        "domain.imports",
        "domain.life",
        "domain.papers",
        "domain.parties",
        "domain.periods",
        "domain.plans",
        "domain.returns",
        "domain.rounds",
        "domain.working_days",
        "sources.guard",
        "store.models",
    )
)


def tables_of(text: str) -> list[list[list[str]]]:
    """The rows of each table with its heading row first, as cells."""
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines()]
        for block in blocks
    ]


@pytest.fixture(scope="module")
def tables() -> list[list[list[str]]]:
    return tables_of((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def words(tables) -> list[str]:
    return [word.strip() for rows in tables for row in rows[2:] for word in row[0].split(",")]


@pytest.fixture(scope="module")
def code_names(tables) -> list[str]:
    """What the column “In the code” names."""
    entries = (row[1] for rows in tables if rows[0][1] == "In the code" for row in rows[2:])
    return [name for entry in entries for name in re.findall(r"`([^`]+)`", entry)]


def test_every_table_of_the_store_has_an_entry(code_names):
    asked = {model.__name__ for model in apps.get_app_config("store").get_models()}
    assert asked - set(code_names) == set()
    assert {"PartyPart", *(f"PlanState.{state.name}" for state in PlanState)} <= set(code_names)


def test_every_role_field_and_state_has_an_entry_under_its_own_word(tables):
    told = {
        (row[0], name) for rows in tables for row in rows[2:] for name in re.findall(r"`([^`]+)`", row[1])
    }
    asked = {(role.value.capitalize(), f"Role.{role.name}") for role in Role}
    asked |= {(field.label, f"Field.{field.name}") for field in Field}
    asked |= {(state.value.capitalize(), f"ImportState.{state.name}") for state in ImportState}
    assert asked - told == set()


def test_every_name_of_the_code_is_there(code_names):
    def exists(name: str) -> bool:
        first, _, member = name.partition(".")
        found = next((getattr(module, first) for module in MODULES if hasattr(module, first)), None)
        return found is not None and (not member or hasattr(found, member))

    assert [name for name in code_names if not exists(name)] == []


def test_no_word_and_no_name_is_entered_twice(words, code_names):
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert [name for name, times in Counter(code_names).items() if times > 1] == []


def test_every_entry_is_one_line_with_all_its_cells(tables):
    assert [row for rows in tables for row in rows if len(row) != len(rows[0]) or not all(row)] == []


def test_the_two_meanings_of_rag_are_told_apart():
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    misleading = text.split("## Two abbreviations that mislead")[1].split("##")[0]
    assert all(words in misleading for words in ("Responsible Authorities Group", "red, amber, green"))
