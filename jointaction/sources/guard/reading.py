"""Uploaded documents read at arm's length: checked from outside, then opened in a child process only."""

from base64 import b64decode
from collections.abc import Callable
from math import ceil
from pathlib import Path

from jointaction.domain.drafts import DocumentDraft
from jointaction.sources.documents.errand import Box, Rows, Task, task_to_json
from jointaction.sources.documents.refusal import DAMAGED, RefusedError
from jointaction.sources.guard.checks import check_file
from jointaction.sources.guard.limits import LIMITS, Limits
from jointaction.sources.guard.process import child_answer

_CHILD = "jointaction.sources.documents.child"


def read_guarded(
    path: Path,
    *,
    name: str,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = LIMITS,
) -> DocumentDraft:
    """The plans of an uploaded document; raises RefusedError with a sentence for its sender.

    `name` is the file's name as it was sent; `progress` is told (pages done, pages in all).
    """
    check_file(path, name, limits)
    answer = child_answer(path, _errand(name, limits), limits, progress)
    if answer.draft is None:
        raise RefusedError(DAMAGED)
    return answer.draft


def page_picture_guarded(
    path: Path, page: int, boxes: tuple[Box, ...] = (), *, limits: Limits = LIMITS
) -> bytes:
    """Page `page` (from 1) of an uploaded PDF as PNG bytes with `boxes` (points) marked.

    Raises RefusedError when it cannot be shown.
    """
    check_file(path, path.name, limits)
    answer = child_answer(path, _errand(path.name, limits, page, boxes), limits)
    if answer.picture is None:
        raise RefusedError(DAMAGED)
    return b64decode(answer.picture)


def photo_guarded(path: Path, *, limits: Limits = LIMITS) -> bytes:
    """A photo drawn anew as JPEG or PNG bytes, without place, camera or notes; raises RefusedError."""
    if path.stat().st_size > limits.file_bytes:
        raise RefusedError("This picture is larger than 25 MB. Save it smaller and attach that.")
    longest = ceil(limits.seconds_after(limits.pages))
    task = Task(path.name, limits.memory_bytes, longest, is_photo=True)
    answer = child_answer(path, ("-m", _CHILD, task_to_json(task)), limits)
    if answer.picture is None:
        raise RefusedError(DAMAGED)
    return b64decode(answer.picture)


def list_guarded(path: Path, *, name: str, limits: Limits = LIMITS) -> Rows:
    """The rows of an uploaded workbook's first filled sheet as (address, text); raises RefusedError."""
    check_file(path, name, limits)
    answer = child_answer(path, _errand(name, limits, is_list=True), limits)
    if answer.rows is None:
        raise RefusedError(DAMAGED)
    return answer.rows


def cells_guarded(path: Path, *, name: str, limits: Limits = LIMITS) -> Rows:
    """Every cell of an uploaded Word document or workbook as (place, text); raises RefusedError."""
    check_file(path, name, limits)
    longest = ceil(limits.seconds_after(limits.pages))
    task = Task(name, limits.memory_bytes, longest, is_cells=True)
    answer = child_answer(path, ("-m", _CHILD, task_to_json(task)), limits)
    if answer.rows is None:
        raise RefusedError(DAMAGED)
    return answer.rows


def _errand(
    name: str,
    limits: Limits,
    page: int | None = None,
    boxes: tuple[Box, ...] = (),
    *,
    is_list: bool = False,
) -> tuple[str, str, str]:
    longest = ceil(limits.seconds_after(limits.pages))
    task = Task(name, limits.memory_bytes, longest, page, boxes, is_list)
    return "-m", _CHILD, task_to_json(task)
