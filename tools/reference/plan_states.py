"""The page of plan states: a plan from its first words to its last."""

from jointaction.domain.life import STEPS, PlanState, PlanStep, steps_from
from tools.reference.page import Page, page, table

TOLD = {
    PlanState.DRAFT: "Being written. Partners see it marked as a draft, the public does not see it.",
    PlanState.AGREED: "Agreed by a named meeting. Every change is now a numbered amendment with a reason.",
    PlanState.CURRENT: "The plan the partnership works to; a plan that came in as a document begins here.",
    PlanState.CLOSED: "Finished. No objective, update or corrected document changes it any more.",
}


def plan_states_page() -> Page:
    """The states and the steps between them, as a diagram and as a table."""
    return page(
        "plan-states.md",
        "The life of a plan",
        ("jointaction/domain/life.py",),
        f"```mermaid\n{diagram()}\n```",
        table(("State", "What it means", "Steps from here"), (_row(state) for state in PlanState)),
    )


def diagram() -> str:
    """The steps as a Mermaid state diagram; a plan begins by hand as a draft, or as a document."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.value}" as {state.name}' for state in PlanState]
    lines += [f"    [*] --> {state.name}" for state in (PlanState.DRAFT, PlanState.CURRENT)]
    lines += [f"    {before.name} --> {after.name}: {step.value}" for (before, step), after in STEPS.items()]
    return "\n".join(lines)


def _row(state: PlanState) -> tuple[str, str, str]:
    steps = [_told(state, step) for step in steps_from(state)]
    return state.value, TOLD[state], ", ".join(steps)


def _told(state: PlanState, step: PlanStep) -> str:
    return f"{step.value} ({STEPS[state, step].value})"
