"""A council's Word template filled at arm's length: checked from outside, then filled in a child only."""

import json
import tempfile
from base64 import b64decode
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import Any

from jointaction.sources.documents.errand import Task, task_to_json
from jointaction.sources.documents.kinds import DocumentKind
from jointaction.sources.documents.refusal import DAMAGED, TOO_DEMANDING, RefusedError
from jointaction.sources.guard.checks import check_file
from jointaction.sources.guard.limits import LIMITS, Limits
from jointaction.sources.guard.process import TOO_SLOW, child_answer

_CHILD = "jointaction.sources.documents.child"
_FILLING = replace(LIMITS, file_bytes=5_000_000, seconds=10.0, pages=1)
NOT_WORD = "A template is a Word document (.docx). Save it as one and upload that."
_WORDS = {
    DAMAGED: "The template could not be filled. Save it again in Word, or begin from the sample template.",
    TOO_DEMANDING: "Filling this template needs more memory or time than any paper. Take loops out of loops.",
    TOO_SLOW: "Filling this template takes longer than any paper we know. Take loops out of loops.",
}


def fill_guarded(
    path: Path, *, name: str, values: dict[str, Any], styles: list[str], limits: Limits = _FILLING
) -> bytes:
    """The template at `path` filled with `values`, as .docx bytes; raises RefusedError with a sentence.

    `values` are texts, numbers, lists and named values; {"xml": ..} is markup of our own.
    """
    if check_file(path, name, limits) is not DocumentKind.WORD:
        raise RefusedError(NOT_WORD)
    header = json.dumps({"values": values, "styles": styles}).encode()
    longest = ceil(limits.seconds_after(limits.pages))
    task = Task(name, limits.memory_bytes, longest, header_bytes=len(header))
    with tempfile.NamedTemporaryFile() as together:
        together.write(header + path.read_bytes())
        together.flush()
        try:
            answer = child_answer(Path(together.name), ("-m", _CHILD, task_to_json(task)), limits)
        except RefusedError as refused:
            raise RefusedError(_WORDS.get(refused.message, refused.message)) from refused
    if answer.picture is None:
        raise RefusedError(_WORDS[DAMAGED])
    return b64decode(answer.picture)
