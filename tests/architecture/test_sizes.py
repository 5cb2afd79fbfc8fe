"""Files and functions stay small enough to read in one go, and names say what they hold."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
SHARE_OF_SHORT_FUNCTIONS = 0.95
SHORT_FUNCTION = 30
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "manager",
    "managers",
    "service",
    "services",
}
IMPORTS = (ast.Import, ast.ImportFrom)
SEES_TABLES = ("store", "queries", "changes")


@cache
def sources(*folders: str) -> dict[Path, str]:
    """The text of each Python file below the folders, by its path; migrations are made, not written."""
    files = (file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))
    return {
        file.relative_to(ROOT): file.read_text(encoding="utf-8")
        for file in files
        if "migrations" not in file.parts
    }


@cache
def nodes(text: str) -> tuple[ast.AST, ...]:
    """Every part of a file, the file itself first."""
    return tuple(ast.walk(ast.parse(text)))


def functions(text: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in nodes(text) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported_inside(text: str) -> list[int]:
    if not any(isinstance(node, IMPORTS) and node.col_offset for node in nodes(text)):
        return []  # nothing indented, so nothing within a function
    return [
        node.lineno
        for function in functions(text)
        for node in ast.walk(function)
        if isinstance(node, IMPORTS)
    ]


def reads_of_objects(text: str) -> list[int]:
    return [node.lineno for node in nodes(text) if isinstance(node, ast.Attribute) and node.attr == "objects"]


def hides_circles(text: str) -> list[int]:
    return [
        node.lineno
        for node in nodes(text)
        if isinstance(node, ast.Name | ast.alias)
        and "TYPE_CHECKING" in (getattr(node, "id", ""), getattr(node, "name", ""))
    ]


def lines_without_data(text: str) -> int:
    """The lines of a file but for tables of values at its top level, which may be as long as they are."""
    tables = [
        node.value
        for node in nodes(text)[0].body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Dict | ast.Set | ast.Tuple)
    ]
    return text.count("\n") - sum((table.end_lineno or table.lineno) - table.lineno for table in tables)


def test_tables_of_values_do_not_count_and_everything_else_does():
    table = "WORDS = {\n" + '    "word",\n' * 500 + "}\n"
    code = "def f():\n" + "    f()\n" * 500
    assert (lines_without_data(table), lines_without_data(code)) == (1, 501)


def test_no_file_is_longer_than_400_lines():
    files = sources("jointaction", "tools", "tests")
    long = {str(path): text for path, text in files.items() if text.count("\n") > LONGEST_FILE}
    lengths = {path: lines_without_data(text) for path, text in long.items()}
    assert not {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE}


def test_no_function_is_longer_than_50_lines():
    long = [
        f"{path}:{function.lineno} {function.name} {length(function)}"
        for path, text in sources("jointaction", "tools").items()
        for function in functions(text)
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long


def test_nearly_all_functions_are_short():
    lengths = [
        length(function) for text in sources("jointaction", "tools").values() for function in functions(text)
    ]
    short = sum(lines <= SHORT_FUNCTION for lines in lengths)
    assert short / len(lengths) >= SHARE_OF_SHORT_FUNCTIONS


def test_no_module_has_a_name_that_says_nothing():
    paths = sources("jointaction", "tools", "tests")
    assert not [str(path) for path in paths if {path.stem, *path.parent.parts} & FORBIDDEN_NAMES]


def test_only_store_queries_and_changes_ask_the_tables():
    asked = {
        str(path): lines
        for path, text in sources("jointaction").items()
        if path.parts[1] not in SEES_TABLES and (lines := reads_of_objects(text))
    }
    assert not asked


def test_imports_stand_at_the_top_of_their_file():
    inside = {
        str(path): lines
        for path, text in sources("jointaction", "tools").items()
        if (lines := imported_inside(text) + hides_circles(text))
    }
    assert not inside
