"""What the access table asks about a return: its boxes, the files of its answers, what was decided."""

from collections.abc import Callable

from django.utils import timezone

from jointaction.changes.returns.links import make_link
from jointaction.domain.access import Viewer
from jointaction.domain.returns import ReturnState
from jointaction.store.models import Answer, Evidence, Return
from tests import factories
from tests.returns_factories import a_round, return_of

VERSION = {"version": "1"}
EVIDENCE = b"%PDF-1.4 an invented leaflet"
SENT: dict[str, dict[str, str]] = {
    "decide_return": {"note": "Merged with the council", **VERSION},
    "return_step": VERSION,
}


def make(viewer: Viewer, plan_id: int) -> tuple[int, int]:
    """A round of the plan and the police's return, with a link, an answer and a file; returns their ids."""
    today = timezone.localdate()
    opened = a_round(viewer, plan_id, opens_on=today, due_on=today, state=ReturnState.NOT_DUE)
    found = return_of(opened)
    make_link(viewer, return_id=found.pk)
    answer = Answer.objects.create(
        of_return=found,
        objective_id=factories.objective_of(plan_id, "2.1"),
        text="Four walks held",
        status_reason="The wardens came every week",
        saved_at=timezone.now(),
        saved_by="Ann Reed",
    )
    Evidence.objects.create(
        answer=answer,
        name="leaflet.pdf",
        media_type="application/pdf",
        sha256=factories.kept(EVIDENCE),
        size_bytes=len(EVIDENCE),
        added_by="Ann Reed",
        added_at=timezone.now(),
    )
    return opened.pk, found.pk


def _return() -> dict[str, object]:
    return {"return_id": Return.objects.get(agency__name__endswith="Alder Constabulary").pk}


def _box() -> dict[str, object]:
    return {**_return(), "objective_id": Answer.objects.get().objective_id, "area_id": 0}


def _file() -> dict[str, object]:
    return {**_return(), "evidence_id": Evidence.objects.get().pk}


ARGUMENTS: dict[str, Callable[[], dict[str, object]]] = {
    "return": _return,
    "save_answer": _box,
    "return_links": _return,
    "answer_files": _box,
    "answer_file": _file,
    "remove_answer_file": _file,
    "return_step": lambda: {**_return(), "step": "accept"},
    "decide_return": lambda: {**_return(), "step": "excuse"},
}


def box_sent() -> dict[str, str]:
    """What the page sends when somebody writes on in the box that has an answer."""
    key = f"{Answer.objects.get().objective_id}-0"
    return {f"text-{key}": "Five walks held", f"state-{key}": "1."}
