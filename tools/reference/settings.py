"""The page of settings: what can be set from outside, and what is fixed in the code."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from jointaction.sources.guard import LIMITS
from tools.reference.page import Page, code, page, table

SETTINGS = Path(__file__).resolve().parents[2] / "jointaction" / "project" / "settings.py"
KINDS = {
    "bool": "1 or 0",
    "str": "text",
    "int": "a number",
    "list": "a list, separated by commas",
    "db": "a database's address",
}
FIXED = {
    "SESSION_COOKIE_AGE": "seconds after which everybody signs in anew",
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": "closing the browser ends the sign-in",
    "PASSWORD_HASHERS": "how passwords are kept",
    "CONTENT_SECURITY_POLICY": "where a page may load from: this server only",
    "SECURE_HSTS_SECONDS": "how long browsers insist on HTTPS",
    "X_FRAME_OPTIONS": "whether another site may frame a page",
    "DATA_UPLOAD_MAX_MEMORY_SIZE": "bytes of a form, its files not counted",
    "SQLITE_PRAGMAS": "how SQLite is opened",
    "Q_CLUSTER": "how jobs are done (seconds)",
    "TIME_ZONE": "the time shown; stored is UTC",
}
LIMIT_WORDS = {
    "file_bytes": "bytes of a file",
    "text_bytes": "bytes of a plain text or CSV file",
    "unpacked_bytes": "bytes an Office file unpacks to",
    "parts": "parts an Office file is packed from",
    "ratio": "unpacked to packed size of one large part",
    "pages": "pages whose time is counted",
    "memory_bytes": "bytes of memory of the child that reads",
    "seconds": "seconds a child may take in any case",
    "first_seconds": "seconds it may take before its first page",
    "page_seconds": "seconds more for each page it has done",
    "answer_bytes": "bytes of its answer",
}


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable as the settings read it; `default` is the code that stands without it."""

    name: str
    kind: str
    default: str


def settings_page() -> Page:
    """Environment variables, fixed settings and the limits of reading."""
    tree = ast.parse(SETTINGS.read_text(encoding="utf-8"))
    found = sorted(variables(tree), key=lambda variable: variable.name)
    fixed = dict(assignments(tree))
    return page(
        "settings.md",
        "Settings",
        ("jointaction/project/settings.py", "jointaction/sources/guard/limits.py"),
        "## From outside",
        "Environment variables. [Install](../how-to/install.md#settings) says what each is for.",
        table(
            ("Name", "Kind", "Without it"),
            ((code(each.name), KINDS[each.kind], code(each.default)) for each in found),
        ),
        "## Fixed in the code",
        table(("Name", "Meaning", "Value"), ((code(name), FIXED[name], code(fixed[name])) for name in FIXED)),
        "## Limits of reading a document",
        table(
            ("Limit", "Value"),
            ((_limit(each.name), f"{getattr(LIMITS, each.name):,}") for each in fields(LIMITS)),
        ),
    )


def _limit(name: str) -> str:
    return LIMIT_WORDS.get(name, name.replace("_", " "))


def variables(tree: ast.Module) -> Iterator[Variable]:
    """Each variable that is asked of `env`, once."""
    found: dict[str, Variable] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (variable := _variable(node)):
            found.setdefault(variable.name, variable)
    yield from found.values()


def _variable(call: ast.Call) -> Variable | None:
    if not isinstance(call.func, ast.Attribute) or ast.unparse(call.func.value) != "env":
        return None
    match call.args:
        case [ast.Constant(value=str(name))]:
            default = next((word.value for word in call.keywords if word.arg == "default"), None)
            return Variable(name, call.func.attr, ast.unparse(default) if default else "")
    return None


def assignments(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each name set at the top of the settings, with the code of its value."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        for target in targets:
            if isinstance(target, ast.Name) and value is not None:
                yield target.id, ast.unparse(value)
