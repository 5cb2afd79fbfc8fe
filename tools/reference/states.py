"""The page of import states: how a document comes into the plan."""

from jointaction.domain.imports import STEPS, ImportState
from tools.reference.page import Page, page, table

TOLD = {
    ImportState.READING: "The file is kept; a worker reads it, or soon will.",
    ImportState.REFUSED: "It could not be read; a sentence says why and what to do.",
    ImportState.REVIEW: "It was read; nothing is a plan until a person accepts it.",
    ImportState.ACCEPTED: "Its plans are live; the file stays kept with its hash.",
    ImportState.DROPPED: "A person left it out; the file stays kept, no plan was made.",
}


def states_page() -> Page:
    """The states and the steps between them, as a diagram and as a table."""
    return page(
        "import-states.md",
        "The way of a document into the plan",
        ("jointaction/domain/imports.py",),
        f"```mermaid\n{diagram()}\n```",
        table(("State", "What it means", "May become"), (_row(state) for state in ImportState)),
    )


def diagram() -> str:
    """The steps as a Mermaid state diagram; states nothing leaves lead to the end."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.value}" as {state.name}' for state in ImportState]
    lines.append(f"    [*] --> {ImportState.READING.name}")
    for state in ImportState:
        lines += [f"    {state.name} --> {after.name}" for after in _next(state)]
        lines += [] if STEPS[state] else [f"    {state.name} --> [*]"]
    return "\n".join(lines)


def _row(state: ImportState) -> tuple[str, str, str]:
    return (
        state.value,
        TOLD[state],
        ", ".join(after.value for after in _next(state)) or "nothing: it is ended",
    )


def _next(state: ImportState) -> list[ImportState]:
    return [after for after in ImportState if after in STEPS[state]]
