"""The child process that reads one document for the guard: limits first, then bytes in, JSON lines out."""

import json
import os
import resource
import sys
from base64 import b64encode
from importlib import import_module

from jointaction.sources.documents.errand import Answer, Task, answer_to_line, task_from_json
from jointaction.sources.documents.refusal import DAMAGED, TOO_DEMANDING, RefusedError

_WAYS_OUT = frozenset(
    {"socket.connect", "socket.bind", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork"}
)


def main(argument: str) -> None:
    """Does the task given as JSON on the document at standard input and answers on standard output."""
    task = task_from_json(argument)
    lines = _private_output()
    try:
        answer = _answer(task, sys.stdin.buffer.read(), lines)
    except RefusedError as refused:
        answer = Answer(refused=refused.message)
    except (MemoryError, RecursionError):
        answer = Answer(refused=TOO_DEMANDING)
    except Exception:  # parsers raise anything on hostile files
        answer = Answer(refused=DAMAGED)
    _write(lines, answer)


def _answer(task: Task, data: bytes, lines: int) -> Answer:
    # Modules are loaded before the limits, or Python could not keep their compiled form; and only those the
    # task needs, for most of a short task is loading.
    if task.picture_page is not None:
        pictures = import_module("jointaction.sources.documents.page_picture")
        _limit(task)
        picture: bytes = pictures.page_picture(data, task.picture_page, task.picture_boxes)
        return Answer(picture=b64encode(picture).decode())
    if task.is_photo:
        photos = import_module("jointaction.sources.documents.photo")
        _limit(task)
        return Answer(picture=b64encode(photos.clean_photo(data)).decode())
    if task.header_bytes:
        templates = import_module("jointaction.sources.templates.filling")
        _limit(task)
        asked = json.loads(data[: task.header_bytes])
        made = templates.filled(data[task.header_bytes :], asked["values"], asked["styles"])
        return Answer(picture=b64encode(made).decode())
    if task.is_list:
        lists = import_module("jointaction.sources.documents.sheet_list")
        _limit(task)
        return Answer(rows=lists.sheet_list(data, task.name))
    documents = import_module("jointaction.sources.documents.document")
    documents.load_reader(documents.document_kind(data, task.name))
    if task.is_cells:
        cells = import_module("jointaction.sources.documents.cell_list")
        _limit(task)
        return Answer(rows=cells.cell_list(data, task.name))
    _limit(task)

    def progress(done: int, total: int) -> None:
        _write(lines, Answer(progress=(done, total)))

    return Answer(draft=documents.read_document(data, task.name, progress))


def _limit(task: Task) -> None:
    """Memory, processor time, no files written, no core dump, no way out; the guard holds the clock."""
    resource.setrlimit(resource.RLIMIT_AS, (task.memory_bytes, task.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (task.cpu_seconds, task.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_keep_in)


def _keep_in(event: str, _arguments: object) -> None:
    if event in _WAYS_OUT:
        raise PermissionError(f"a document may not cause {event}")


def _private_output() -> int:
    """A copy of standard output for answers only; what a parser prints goes to standard error."""
    lines = os.dup(1)
    os.dup2(2, 1)
    return lines


def _write(lines: int, answer: Answer) -> None:
    left = memoryview(answer_to_line(answer))
    while left:
        left = left[os.write(lines, left) :]


if __name__ == "__main__":
    main(sys.argv[1])
