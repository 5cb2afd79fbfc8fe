"""A child's answers taken with suspicion: only a line of exactly the right shape is one."""

from pydantic import TypeAdapter, ValidationError

from jointaction.sources.documents.errand import Answer

_ANSWERS = TypeAdapter(Answer)


def answer_from_line(line: bytes) -> Answer | None:
    """The answer a line holds, or None when the line is anything else."""
    try:
        return _ANSWERS.validate_json(line)
    except ValidationError:
        return None
