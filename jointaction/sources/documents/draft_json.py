"""A plan draft as JSON and back: the keys are exactly the fields of the draft's dataclasses."""

from pydantic import TypeAdapter, ValidationError

from jointaction.domain.drafts import DocumentDraft, RowDraft

_ADAPTER = TypeAdapter(DocumentDraft)
_ROW_ADAPTER = TypeAdapter(RowDraft)


class NotADraftError(ValueError):
    """The text is not the JSON of a plan draft."""


def draft_to_json(draft: DocumentDraft, *, indent: int | None = None) -> str:
    """The draft as one JSON object, texts as they are, tuples as lists."""
    return _ADAPTER.dump_json(draft, indent=indent).decode("utf-8")


def row_to_json(row: RowDraft) -> str:
    """One row as JSON, as the audit trail keeps it before and after a correction."""
    return _ROW_ADAPTER.dump_json(row).decode("utf-8")


def row_from_json(text: str | bytes) -> RowDraft:
    """The row a JSON text holds; raises NotADraftError for anything else."""
    try:
        return _ROW_ADAPTER.validate_json(text)
    except ValidationError as error:
        raise NotADraftError(f"not a row: {error.error_count()} faults") from error


def draft_from_json(text: str | bytes) -> DocumentDraft:
    """The draft a JSON text holds; raises NotADraftError for anything else."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise NotADraftError(f"not a plan draft: {error.error_count()} faults") from error
