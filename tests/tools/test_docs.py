import ast
import re
from pathlib import Path

import pytest

from jointaction.cli.main import DOORS
from jointaction.domain import life, returns
from jointaction.domain.access import ROLE_PERMISSIONS, Permission, Role
from jointaction.domain.fields import Field
from jointaction.domain.imports import STEPS, ImportState
from jointaction.domain.life import PlanState, PlanStep
from jointaction.domain.returns import ReturnState, ReturnStep
from tools import docs
from tools.dev import WORDS
from tools.reference import settings
from tools.reference.page import page, table

ROOT = Path(__file__).resolve().parents[2]
NAMES = {
    "commands.md",
    "formats.md",
    "import-states.md",
    "openapi.json",
    "permissions.md",
    "plan-fields.md",
    "plan-states.md",
    "return-states.md",
    "settings.md",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all pages freshly written."""
    assert docs.main([], tmp_path) == 0
    return tmp_path


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_page_is_written(folder):
    assert {file.name for file in folder.iterdir()} == NAMES


def test_pages_freshly_written_agree_with_the_code(folder, capsys):
    assert docs.main(["--check"], folder) == 0
    assert f"All {len(NAMES)} generated pages agree with the code." in capsys.readouterr().out


def test_the_pages_in_the_repository_agree_with_the_code(capsys):
    assert docs.main(["--check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (
            lambda folder: (folder / "permissions.md").write_text("By hand."),
            "permissions.md no longer agrees with the code",
        ),
        (lambda folder: (folder / "settings.md").unlink(), "settings.md is missing"),
        (lambda folder: (folder / "old.md").write_text("Old."), "old.md is made by nothing any more"),
    ],
)
def test_a_page_that_drifted_is_told_with_what_to_do(folder, capsys, spoil, sentence):
    spoil(folder)
    assert docs.main(["--check"], folder) == 1
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == f"docs/reference/{sentence}. Run: .venv/bin/python tools/docs.py"


def test_writing_removes_a_page_that_is_made_no_more(folder):
    (folder / "old.md").write_text("Old.")
    assert docs.main([], folder) == 0
    assert not (folder / "old.md").exists()


def test_any_other_word_is_answered_with_the_two_ways(folder, capsys):
    assert docs.main(["--fix"], folder) == 2
    assert "--check" in capsys.readouterr().out


def test_the_table_of_permissions_says_what_the_policy_says(folder):
    heads, _, *lines = rows((folder / "permissions.md").read_text())
    allowed = {
        (Permission(line[0]), Role(role))
        for line in lines
        for role, answer in zip(heads[1:], line[1:], strict=True)
        if answer == "yes"
    }
    assert allowed == {(each, role) for role, granted in ROLE_PERMISSIONS.items() for each in granted}


def test_the_diagram_shows_every_step_and_no_other(folder):
    text = (folder / "import-states.md").read_text()
    arrows = re.findall(r"^ {4}([A-Z]+) --> ([A-Z]+)$", text, re.MULTILINE)
    steps = {(ImportState[before], ImportState[after]) for before, after in arrows}
    assert steps == {(before, after) for before, ends in STEPS.items() for after in ends}


def test_the_diagram_of_plans_shows_every_step_and_no_other(folder):
    text = (folder / "plan-states.md").read_text()
    arrows = re.findall(r"^ {4}([A-Z]+) --> ([A-Z]+): (.+)$", text, re.MULTILINE)
    steps = {(PlanState[before], PlanStep(step)): PlanState[after] for before, after, step in arrows}
    assert steps == life.STEPS


def test_the_diagram_of_returns_shows_every_step_and_no_other(folder):
    text = (folder / "return-states.md").read_text()
    arrows = re.findall(r"^ {4}([A-Z_]+) --> ([A-Z_]+): (.+)$", text, re.MULTILINE)
    steps = {(ReturnState[before], ReturnStep(step)): ReturnState[after] for before, after, step in arrows}
    assert steps == returns.STEPS


def test_every_command_and_every_word_is_on_the_page_of_commands(folder):
    text = (folder / "commands.md").read_text()
    assert re.findall(r"^## jointaction (\S+)$", text, re.MULTILINE) == list(DOORS)
    assert re.findall(r"^\| `make (\S+)` \|", text, re.MULTILINE) == list(WORDS)


def test_every_field_has_its_headings(folder):
    heads = [line[0] for line in rows((folder / "plan-fields.md").read_text())]
    assert all(heads.count(field.label) == 2 for field in Field)


def test_settings_are_read_with_their_kind_and_what_stands_without_them():
    tree = ast.parse('A = env.bool("A_FLAG", default=not B)\nif env.str("A_NAME"):\n    C = other.str("X")\n')
    assert list(settings.variables(tree)) == [
        settings.Variable("A_FLAG", "bool", "not B"),
        settings.Variable("A_NAME", "str", ""),
    ]


def test_every_variable_of_the_settings_is_on_the_page(folder):
    source = (ROOT / "jointaction" / "project" / "settings.py").read_text()
    asked = set(re.findall(r"\benv\.\w+\(\s*\"([A-Z_]+)\"", source))
    outside = (folder / "settings.md").read_text().split("## Fixed")[0]
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", outside, re.MULTILINE)) == asked


def test_a_bar_or_a_line_end_does_not_break_a_table():
    assert table(("A", "B"), [("x|y", "one\ntwo")]).splitlines()[2] == "| x\\|y | one two |"


def test_a_page_tells_what_it_is_made_from():
    assert "`a.py`, `b.py`" in page("p.md", "Title", ("a.py", "b.py"), "Body").text
