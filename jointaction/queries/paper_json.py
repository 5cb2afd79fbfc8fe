"""A paper as the JSON an issued one is kept as, and back; a draft as the audit trail keeps it."""

from pydantic import TypeAdapter, ValidationError

from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import Paper

_ADAPTER = TypeAdapter(Paper)
_DRAFT_ADAPTER = TypeAdapter(PaperDraft)


class NotAPaperError(ValueError):
    """The text is not the JSON of a paper."""


def paper_to_json(paper: Paper) -> str:
    """The paper as one JSON object, texts as they are; equal papers give equal texts."""
    return _ADAPTER.dump_json(paper).decode("utf-8")


def paper_from_json(text: str) -> Paper:
    """The paper a JSON text holds; raises NotAPaperError for anything else."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise NotAPaperError(f"not a paper: {error.error_count()} faults") from error


def draft_to_json(draft: PaperDraft) -> str:
    """What was written for a paper as one JSON object."""
    return _DRAFT_ADAPTER.dump_json(draft).decode("utf-8")
