"""What the guard and its child say to each other: one task down, lines of answers up, all JSON.

The child's side needs nothing but the standard library, because starting quickly is half of reading quickly.
"""

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

from jointaction.domain.drafts import DocumentDraft

Box = tuple[float, float, float, float]
Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do: read the document called `name`, or picture one page, within limits.

    `picture_boxes` are regions of the page to mark: left, top, right, bottom in points; `is_list` asks for
    the rows of a sheet as they stand, `is_cells` for all cells of a document, `is_photo` for a picture drawn
    anew. With `header_bytes` the input is so much JSON (the values and styles of a paper) and then a Word
    template to fill.
    """

    name: str
    memory_bytes: int
    cpu_seconds: int
    picture_page: int | None = None
    picture_boxes: tuple[Box, ...] = ()
    is_list: bool = False
    is_photo: bool = False
    is_cells: bool = False
    header_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a child: pages done and in all, or the end: a draft, picture, rows or refusal.

    `picture` is base64, and so is a filled template, which comes in its place.
    """

    progress: tuple[int, int] | None = None
    draft: DocumentDraft | None = None
    picture: str | None = None
    refused: str | None = None
    rows: Rows | None = None


def task_to_json(task: Task) -> str:
    """The task as the child's one argument."""
    return json.dumps(task, default=_fields)


def task_from_json(text: str) -> Task:
    """The task the guard gave; raises TypeError or ValueError when it is none."""
    task = Task(**json.loads(text))
    boxes = ((left, top, right, bottom) for left, top, right, bottom in task.picture_boxes)
    return replace(task, picture_boxes=tuple(boxes))


def answer_to_line(answer: Answer) -> bytes:
    """The answer as one line for the guard."""
    return json.dumps(answer, default=_fields).encode("ascii") + b"\n"


def _fields(value: object) -> dict[str, object] | str:
    if isinstance(value, date | Decimal):
        return str(value)
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} has no place in an answer")
    return {field.name: getattr(value, field.name) for field in fields(value)}
