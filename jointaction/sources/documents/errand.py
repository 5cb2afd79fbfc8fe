"""What the guard and its child say to each other: one task down, lines of answers up, all JSON."""

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from jointaction.domain.drafts import DocumentDraft

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do: read the document called `name`, or picture one page, within limits.

    `picture_boxes` are regions of the page to mark: left, top, right, bottom in points.
    """

    name: str
    memory_bytes: int
    cpu_seconds: int
    picture_page: int | None = None
    picture_boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a child: pages done and in all, or the end: a draft, a picture (base64) or a refusal."""

    progress: tuple[int, int] | None = None
    draft: DocumentDraft | None = None
    picture: str | None = None
    refused: str | None = None


_TASKS = TypeAdapter(Task)
_ANSWERS = TypeAdapter(Answer)


def task_to_json(task: Task) -> str:
    """The task as the child's one argument."""
    return _TASKS.dump_json(task).decode()


def task_from_json(text: str) -> Task:
    """The task the guard gave; raises ValidationError when it is none."""
    return _TASKS.validate_json(text)


def answer_to_line(answer: Answer) -> bytes:
    """The answer as one line for the guard."""
    return _ANSWERS.dump_json(answer, exclude_none=False) + b"\n"


def answer_from_line(line: bytes) -> Answer | None:
    """The answer of one line, or None when the line is anything else."""
    try:
        return _ANSWERS.validate_json(line)
    except ValidationError:
        return None
