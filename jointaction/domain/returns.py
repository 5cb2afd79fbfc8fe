"""A quarter's returns: what a round and a return can be, and the steps between, as tables."""

from enum import StrEnum

from jointaction.domain.life import StepError


class RoundState(StrEnum):
    """Where a round of updates stands."""

    OPEN = "open"
    CLOSED = "closed"


class ReturnState(StrEnum):
    """Where an agency's return stands in a round."""

    NOT_DUE = "not due"
    DUE = "due"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    SENT_BACK = "sent back"
    ACCEPTED = "accepted"
    NIL = "nil return"
    EXCUSED = "excused"
    NO_UPDATE = "no update received"

    @property
    def is_open(self) -> bool:
        """Whether the agency can still write in it."""
        return self in {
            ReturnState.NOT_DUE,
            ReturnState.DUE,
            ReturnState.DRAFTED,
            ReturnState.SENT_BACK,
        }

    @property
    def is_answered(self) -> bool:
        """Whether nobody waits for the agency any more."""
        return self in {
            ReturnState.SUBMITTED,
            ReturnState.ACCEPTED,
            ReturnState.NIL,
            ReturnState.EXCUSED,
        }


class ReturnStep(StrEnum):
    """What somebody (or the clock) does to a return."""

    FALL_DUE = "fall due"
    SAVE = "save"
    SUBMIT = "submit"
    SUBMIT_NIL = "submit a nil return"
    SEND_BACK = "send back"
    ACCEPT = "accept"
    EXCUSE = "excuse"
    CLOSE = "close"
    REOPEN = "reopen"


_OPEN = tuple(state for state in ReturnState if state.is_open)
STEPS: dict[tuple[ReturnState, ReturnStep], ReturnState] = {
    (ReturnState.NOT_DUE, ReturnStep.FALL_DUE): ReturnState.DUE,
    **{(state, ReturnStep.SAVE): ReturnState.DRAFTED for state in _OPEN if state != ReturnState.SENT_BACK},
    (ReturnState.SENT_BACK, ReturnStep.SAVE): ReturnState.SENT_BACK,
    **{(state, ReturnStep.SUBMIT): ReturnState.SUBMITTED for state in _OPEN},
    **{(state, ReturnStep.SUBMIT_NIL): ReturnState.NIL for state in _OPEN},
    **{(state, ReturnStep.EXCUSE): ReturnState.EXCUSED for state in (*_OPEN, ReturnState.NO_UPDATE)},
    **{(state, ReturnStep.CLOSE): ReturnState.NO_UPDATE for state in _OPEN},
    (ReturnState.SUBMITTED, ReturnStep.ACCEPT): ReturnState.ACCEPTED,
    (ReturnState.SUBMITTED, ReturnStep.SEND_BACK): ReturnState.SENT_BACK,
    (ReturnState.NIL, ReturnStep.SEND_BACK): ReturnState.SENT_BACK,
    (ReturnState.ACCEPTED, ReturnStep.REOPEN): ReturnState.SENT_BACK,
    (ReturnState.EXCUSED, ReturnStep.REOPEN): ReturnState.DUE,
    (ReturnState.NO_UPDATE, ReturnStep.REOPEN): ReturnState.DUE,
}


def after(state: ReturnState, step: ReturnStep) -> ReturnState:
    """The state a step leads to; raises StepError when the step is not open in this state."""
    try:
        return STEPS[state, step]
    except KeyError:
        raise StepError(
            f"The return is “{state}” by now, so that step is not open. Load the page again."
        ) from None


class ChaseAudience(StrEnum):
    """Whom a chasing message goes to."""

    LEAD = "the people who answer"
    SENIOR = "the named senior"
    CHAIR = "the group's chair"
