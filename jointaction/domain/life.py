"""The life of a plan: its states and the steps between them, as a table."""

from enum import StrEnum


class PlanState(StrEnum):
    """Where a plan stands between first words and last."""

    DRAFT = "draft"
    AGREED = "agreed"
    CURRENT = "current"
    CLOSED = "closed"

    @property
    def needs_amendment(self) -> bool:
        """Whether a change to the plan is a numbered amendment with a reason."""
        return self in {PlanState.AGREED, PlanState.CURRENT}

    @property
    def is_fixed(self) -> bool:
        """Whether nobody can change the plan any more."""
        return self is PlanState.CLOSED


class PlanStep(StrEnum):
    """What a coordinator does to a plan as a whole."""

    AGREE = "agree"
    TAKE_BACK = "take back to draft"
    BEGIN = "begin"
    CLOSE = "close"
    REOPEN = "reopen"


STEPS: dict[tuple[PlanState, PlanStep], PlanState] = {
    (PlanState.DRAFT, PlanStep.AGREE): PlanState.AGREED,
    (PlanState.AGREED, PlanStep.TAKE_BACK): PlanState.DRAFT,
    (PlanState.AGREED, PlanStep.BEGIN): PlanState.CURRENT,
    (PlanState.CURRENT, PlanStep.CLOSE): PlanState.CLOSED,
    (PlanState.CLOSED, PlanStep.REOPEN): PlanState.CURRENT,
}


class StepError(Exception):
    """A step that the state of the thing does not allow; nothing was saved."""


def after(state: PlanState, step: PlanStep) -> PlanState:
    """The state a step leads to; raises StepError when the step is not open in this state."""
    try:
        return STEPS[state, step]
    except KeyError:
        raise StepError(
            f"The plan is “{state}” by now, so that step is not open. Load the page again."
        ) from None


def steps_from(state: PlanState) -> tuple[PlanStep, ...]:
    """The steps open to a plan in this state."""
    return tuple(step for before, step in STEPS if before is state)


class FundingKind(StrEnum):
    """Where the money for an objective stands, in the words plans use."""

    REQUIRED = "required"
    IN_KIND = "in kind"
    PROVIDED = "provided"
    EXISTING = "within existing resources"


class Strand(StrEnum):
    """What section 6 of the Crime and Disorder Act 1998 asks a partnership's strategies to cover."""

    CRIME = "crime and disorder"
    SUBSTANCES = "drugs, alcohol and other substances"
    REOFFENDING = "re-offending"
    VIOLENCE = "serious violence"


class Ending(StrEnum):
    """What becomes of an objective when its plan is rolled over."""

    CARRIED = "carried forward"
    MERGED = "merged with another"
    SPLIT = "split in several"
    CLOSED = "closed"
