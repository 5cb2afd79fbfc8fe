"""Everybody who may come to the API's door, and the things they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jointaction.api.interface import interface
from jointaction.changes.returns.opening import open_round
from jointaction.changes.tokens import end_token
from jointaction.domain.access import Role, Viewer
from jointaction.domain.tokens import Scope
from jointaction.queries.tokens import tokens_page
from jointaction.store.models import AuditEntry, Person, Return, Token
from tests import committee_papers, factories
from tests.api.caller import Caller, token_of

ROLES = tuple(role.value for role in factories.MEMBERS)
NARROWED = tuple(f"only {scope.value}" for scope in Scope)
OUTSIDE = ("other coordinator", "former member", "disabled person", "ended", "expired", "session", "nobody")
CALLERS = (*ROLES, *NARROWED, *OUTSIDE)
KEY = str(UUID(int=9))
SENT: dict[str, object] = {
    "correct_row": {"objective": "All sheds have a lock"},
    "name_plan": {"title": "Safer Streets", "year": "2030-31"},
    "split_row": {"pieces": [{"field": "actions", "number": 0}]},
    "move_words": {"source": "actions", "target": "measures"},
    "publish_plan": {"is_public": True},
    "accept": {"as_correction": False},
    "write_answer": {"text": "Four fairs held"},
    "upload": {"document": ("plan.txt", b"\x00not a document")},
}


@dataclass(frozen=True, slots=True)
class World:
    """The ids of what the table's cases name."""

    plans: dict[str, int]
    import_id: int
    refused_id: int
    last_entry: int
    round_id: int
    return_id: int

    def address(self, name: str, case: str) -> str:
        """The address of an operation, for one case."""
        plan_id = self.plans.get(case, 0)
        known: dict[str, object] = {
            "plan_id": plan_id,
            "import_id": self.import_id,
            "key": "r2",
            "step": case,
            "number": 0,
            "paper_number": 1,
            "extension": "csv",
            "sequence": self.last_entry,
            "round_id": self.round_id,
            "return_id": self.return_id,
            "area_id": 0,
        }
        if name == "retry_import":
            known["import_id"] = self.refused_id
        if name in {"rounds", "one_round"}:
            known["plan_id"] = self.plans["private plan"]
        if name == "write_answer":
            known["objective_id"] = factories.objective_of(self.plans["private plan"])
        if name == "objective":
            known["objective_id"] = factories.objective_of(plan_id)
        return reverse(f"api_{name}", kwargs={part: known[part] for part in parts(name)})

    def version(self, name: str, case: str) -> str | None:
        """The ETag a change is made from."""
        if name == "write_answer":
            return "0"
        return "2" if case == "public plan" else "1"


def world() -> World:
    """Two partnerships; the first has a private plan, a public one and a document under review."""
    viewer = factories.alder_vale(is_demo=True)
    factories.whitmoor()
    plans = {"private plan": factories.accepted_plan(viewer)}
    plans["public plan"] = factories.accepted_plan(viewer, is_public=True)
    committee_papers.issued(viewer, plans["private plan"])
    round_id, return_id = _a_return(viewer, plans["private plan"])
    last_entry = AuditEntry.objects.filter(partnership_id=viewer.partnership_id).count()
    import_id, refused_id = factories.import_in_review(viewer), factories.refused_import(viewer)
    return World(plans, import_id, refused_id, last_entry, round_id, return_id)


def _a_return(viewer: Viewer, plan_id: int) -> tuple[int, int]:
    """A round of the plan and the police's return in it."""
    today = timezone.localdate()
    round_id = open_round(viewer, plan_id=plan_id, period="2031-32 Q4", opens_on=today, due_on=today)
    return round_id, Return.objects.get(agency__name="Alder Constabulary").pk


def secrets() -> dict[str, str | None]:
    """A token of everybody's; those of whoever is no longer welcome were made while they were."""
    found: dict[str, str | None] = {}
    for role in factories.MEMBERS:
        found[role.value] = token_of(factories.member(role))
    coordinator = factories.member(Role.COORDINATOR)
    for scope in Scope:
        found[f"only {scope.value}"] = token_of(coordinator, scope)
    found["other coordinator"] = token_of(factories.member(Role.COORDINATOR, "whitmoor"))
    for gone in ("former", "disabled"):
        person = Person.objects.get(email=factories.email(gone))
        name = "former member" if gone == "former" else "disabled person"
        found[name] = token_of(replace(coordinator, person_id=person.pk))
    found["ended"] = _ended(coordinator)
    found["expired"] = token_of(coordinator)
    past = timezone.now() - timedelta(days=100)
    Token.objects.filter(pk=_newest()).update(made_at=past, expires_at=timezone.now() - timedelta(seconds=1))
    return found | {"session": None, "nobody": None}


def _ended(viewer: Viewer) -> str:
    secret = token_of(viewer)
    end_token(viewer, token_id=tokens_page(viewer, now=timezone.now()).own[0].id)
    return secret


def _newest() -> int:
    return Token.objects.order_by("-pk").values_list("pk", flat=True)[0]


def session() -> Client:
    """A browser in which the coordinator is signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(Person.objects.get(email=factories.email(Role.COORDINATOR)))
    return client


def operations() -> Iterator[tuple[str, str]]:
    """Every operation of the API: its name and its method."""
    for router in interface._get_bound_routers():
        for view in router.path_operations.values():
            for operation in view.operations:
                for method in operation.methods:
                    yield operation.view_func.__name__, method


def parts(name: str) -> list[str]:
    """What an operation's address holds."""
    for router in interface._get_bound_routers():
        for path, view in router.path_operations.items():
            if any(operation.view_func.__name__ == name for operation in view.operations):
                return [part.split("}")[0] for part in path.split("{")[1:]]
    raise LookupError(name)


def answered(
    caller: Caller,
    method: str,
    address: str,
    sent: object,
    version: str | None,
    client: Client | None = None,
    **headers: str,
) -> HttpResponse:
    """What one request is answered; whatever it changed is undone."""
    with transaction.atomic():
        response = caller(method, address, sent, version=version, client=client, **headers)
        transaction.set_rollback(True)
    return response
