"""The front of a committee paper as data its typst page reads."""

from jointaction.domain.statuses import Status
from jointaction.domain.words_changed import Run
from jointaction.reports import front as words
from jointaction.reports import look
from jointaction.reports.front import Front


def front_data(front: Front) -> dict[str, object] | None:
    """The front's texts in order; None for an empty one."""
    if front.is_empty:
        return None
    return {
        "facts": front.facts,
        "parts": [{"heading": part.heading, "paragraphs": part.paragraphs} for part in front.parts],
        "summary": words.SUMMARY,
        "counts": [
            {
                "label": count.label,
                "number": count.number,
                "status": drawn_status(count.status) if count.status else None,
            }
            for count in front.counts
        ],
        "changes_heading": front.changes_heading,
        "nothing": words.NOTHING_CHANGED,
        "then": words.THEN,
        "now": words.NOW,
        "became": words.BECAME,
        "changes": [
            {
                "what": change.what,
                "before": _runs(change.before),
                "now": _runs(change.now),
                "short": change.is_short,
            }
            for change in front.changes
        ],
    }


def drawn_status(status: Status) -> dict[str, str]:
    """A status as it is drawn: the colour as six digits."""
    return {
        "shape": status.shape.value,
        "colour": look.STATUS_COLOURS[status.colour],
        "word": status.word,
    }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, object]]:
    return [{"words": run.words, "changed": run.is_changed} for run in runs]
