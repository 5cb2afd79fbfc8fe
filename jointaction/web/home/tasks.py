"""What there is to do, as the task list shows it."""

from django.urls import reverse

from jointaction.queries.home import Todo, TodoKind
from jointaction.web.parts.components import Kind, Task

STATES: dict[TodoKind, tuple[str, Kind]] = {
    TodoKind.REVIEW: ("To review", Kind.WATCH),
    TodoKind.REFUSED: ("Could not be read", Kind.OFF),
    TodoKind.UPLOAD: ("To do", Kind.NOT_DUE),
    TodoKind.PAPER: ("Ready", Kind.DONE),
    TodoKind.OBJECTIVE: ("No update", Kind.NONE),
    TodoKind.RETURN: ("To answer", Kind.WATCH),
    TodoKind.LATE_RETURN: ("Late", Kind.OFF),
    TodoKind.ROUND: ("Open", Kind.NONE),
    TodoKind.TO_ACCEPT: ("To accept", Kind.WATCH),
}


def task(todo: Todo) -> Task:
    """One thing to do with the address where it is done."""
    state, kind = STATES[todo.kind]
    return Task(todo.title, _address(todo), todo.hint, state, kind)


def _address(todo: Todo) -> str:
    match todo.kind:
        case TodoKind.REVIEW | TodoKind.REFUSED:
            return reverse("import", args=[todo.id])
        case TodoKind.PAPER:
            return reverse("paper", args=[todo.id])
        case TodoKind.RETURN | TodoKind.LATE_RETURN:
            return reverse("return", args=[todo.id])
        case TodoKind.ROUND | TodoKind.TO_ACCEPT:
            return reverse("round", args=[todo.plan_id, todo.id])
        case TodoKind.OBJECTIVE:
            return reverse("objective", args=[todo.plan_id, todo.id])
        case _:
            return reverse("upload")
