"""The page of return states: a partner's return from the round's opening to the plan."""

from jointaction.domain.returns import STEPS, ReturnState, ReturnStep
from tools.reference.page import Page, page, table

TOLD = {
    ReturnState.NOT_DUE: "Nobody has written yet, and the day is not come.",
    ReturnState.DUE: "Nobody has written yet, and the day has come.",
    ReturnState.DRAFTED: "Somebody has begun to write; every save is kept.",
    ReturnState.SUBMITTED: "Handed in; the coordinator has it.",
    ReturnState.SENT_BACK: "The coordinator asks for more; the note says what.",
    ReturnState.ACCEPTED: "Its answers are updates and statuses of the plan.",
    ReturnState.NIL: "The agency had nothing to report; nothing was written, and the paper says so.",
    ReturnState.EXCUSED: "The agency need not answer this time; the note says why.",
    ReturnState.NO_UPDATE: "The round was closed before anything was handed in.",
}


def return_states_page() -> Page:
    """The states and the steps between them, as a diagram and as a table."""
    return page(
        "return-states.md",
        "The way of a return into the plan",
        ("jointaction/domain/returns.py",),
        f"```mermaid\n{diagram()}\n```",
        table(("State", "What it means", "Steps from here"), (_row(state) for state in ReturnState)),
    )


def diagram() -> str:
    """The steps as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.value}" as {state.name}' for state in ReturnState]
    lines.append(f"    [*] --> {ReturnState.NOT_DUE.name}")
    lines += [f"    {before.name} --> {after.name}: {step.value}" for (before, step), after in STEPS.items()]
    return "\n".join(lines)


def _row(state: ReturnState) -> tuple[str, str, str]:
    steps = [f"{step.value} ({STEPS[state, step].value})" for step in ReturnStep if (state, step) in STEPS]
    return state.value, TOLD[state], ", ".join(steps)
