"""Everything the access table speaks of: two partnerships, their things, and everybody who may come along."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jointaction.changes.invitations import invite
from jointaction.domain.access import Role
from jointaction.domain.people import Invitee, Seat
from jointaction.store.models import AuditEntry, Membership, Person, ReturnLink, Round
from jointaction.web.parts.viewer import LINK_KEY
from tests import committee_papers, factories
from tests.access import chasing, designing, overviewing, returning, telling

PEOPLE = {
    **{role.value: factories.email(role) for role in factories.MEMBERS},
    "other coordinator": factories.email(Role.COORDINATOR, "whitmoor"),
    "former member": factories.email("former"),
    "disabled person": factories.email("disabled"),
    "link holder": None,
    "anonymous": None,
}
LINK_HOLDER = "link holder"
VERSION = {"version": "1"}
NOT_THERE = 987_654
SENT: dict[str, dict[str, str]] = {
    "publish_plan": {"public": "yes", **VERSION},
    "new_plan": {"title": "Safer Wharves", "year": "2033-34", "columns": "usual", "key": str(UUID(int=8))},
    "name_plan": {"title": "Safer Wharves", "year": "2031-32", "reason": "Renamed", **VERSION},
    "note_agreement": {
        "meeting": "RAG",
        "held_on_day": "1",
        "held_on_month": "4",
        "held_on_year": "2031",
        **VERSION,
    },
    "step_plan": VERSION,
    "take_out_plan": VERSION,
    "rollover": {"title": "Safer Wharves", "year": "2033-34", "key": str(UUID(int=8)), **VERSION},
    "new_theme": {"title": "New", "reason": "Agreed", "key": str(UUID(int=9))},
    "write_theme": {"title": "New", "reason": "Agreed", **VERSION},
    "order_theme": {"way": "down", **VERSION},
    "take_out_theme": {"reason": "Agreed", **VERSION},
    "new_objective": {"objective": "Fewer boats stolen", "reason": "Agreed", "key": str(UUID(int=9))},
    "write_objective": {"objective": "Fewer boats stolen", "reason": "Agreed", "version_field": "1"},
    "order_objective": {"way": "down", **VERSION},
    "take_out_objective": {"reason": "Agreed", **VERSION},
    "write_update": {"period": "2031-32 Q1", "text": "Held", **VERSION},
    "accept_import": VERSION,
    "drop_import": VERSION,
    "retry_import": VERSION,
    "name_draft_plan": {"title": "Safer Streets", "year": "2030-31", **VERSION},
    "drop_draft_plan": VERSION,
    "settle_warnings": VERSION,
    "settle_warning": VERSION,
    "import_row": {"version_field": "1"},
    "settle_question": {"reason": "Known"},
    "split_row": {"picked": "actions.0", **VERSION},
    "move_words": {"source": "actions", "target": "measures", **VERSION},
    "row_step": VERSION,
    "person": {"role": "analyst", **VERSION},
    "end_membership": VERSION,
    "invite_person": {"name": "Cy Holt", "email": "cy@alder.example", "role": "analyst"},
    "rounds": {"period": "2031-32 Q3", "due_on_day": "1", "due_on_month": "2", "due_on_year": "2032"},
    "round_step": VERSION,
    "require_second_factor": {"required": "yes"},
    "new_paper": {"title": "Quarter 4", "period": "2031-32 Q4", "key": str(UUID(int=8))},
    "change_paper": {"title": "Quarter 4", "period": "2031-32 Q4", **VERSION},
    "drop_paper": VERSION,
    "issue_paper": {"plan_version": "1", **VERSION},
    "withdraw_paper": {"reason": "A wrong figure"},
    "account_login": {"login": "nobody@alder.example", "password": "wrong"},
}


@dataclass(frozen=True, slots=True)
class World:
    """The ids of what the table's cases name."""

    plans: dict[str, int]
    import_id: int
    refused_id: int
    last_entry: int
    membership_id: int
    invitation_id: int
    papers: dict[str, int]
    round_id: int
    return_id: int

    def arguments(self, url: str, case: str) -> dict[str, object]:
        """What stands in a page's address."""
        if url in ARGUMENTS_OF_IMPORTS:
            return {"import_id": self.import_id, **ARGUMENTS_OF_IMPORTS[url]}
        if url in ARGUMENTS_OF_PLANS:
            return {"plan_id": self.plans[case], **ARGUMENTS_OF_PLANS[url](self.plans[case])}
        if url in ARGUMENTS_OF_PAPERS:
            kind, name, others = ARGUMENTS_OF_PAPERS[url]
            return {name: self.papers[kind], **others}
        if made := MADE_ELSEWHERE.get(url):
            return made()
        others = {
            "retry_import": {"import_id": self.refused_id},
            "history_entry": {"sequence": self.last_entry},
            "sign_in_as": {"role": "coordinator"},
            **{name: {"membership_id": self.membership_id} for name in ABOUT_A_MEMBER},
            **{name: {"invitation_id": self.invitation_id} for name in ABOUT_AN_INVITATION},
            "set_up_step": {"name": "name"},
        }
        return others.get(url) or dict.fromkeys(_asked(url), NOT_THERE)


MADE_ELSEWHERE = {
    **chasing.ARGUMENTS,
    **designing.ARGUMENTS,
    **overviewing.ARGUMENTS,
    **returning.ARGUMENTS,
}
SENT_ELSEWHERE = {**chasing.SENT, **designing.SENT, **returning.SENT}
ABOUT_A_MEMBER = ("person", "let_person_in", "end_membership")
ABOUT_AN_INVITATION = ("invite_again", "revoke_invitation")
ARGUMENTS_OF_PLANS = {
    "plan": lambda _: {},
    "objective": lambda plan_id: {"objective_id": factories.objective_of(plan_id)},
    "paper": lambda _: {},
    "paper_download": lambda _: {"extension": "csv"},
    "publish_plan": lambda _: {},
    "new_paper": lambda _: {},
    "lineage": lambda _: {},
    "plan_questions": lambda _: {},
    **dict.fromkeys(("plan_summary", "plan_wall", "plan_wall_pdf"), lambda _: {}),
    **dict.fromkeys(
        (
            "write_plan",
            "name_plan",
            "plan_life",
            "note_agreement",
            "amendments",
            "whole_sheet",
            "take_out_plan",
            "rollover",
            "new_theme",
            "new_objective",
        ),
        lambda _: {},
    ),
    "step_plan": lambda _: {"step": "close"},
    **dict.fromkeys(
        ("write_theme", "order_theme", "take_out_theme"),
        lambda plan_id: {"theme_id": factories.theme_of(plan_id)},
    ),
    **dict.fromkeys(
        ("write_objective", "order_objective", "take_out_objective", "write_update"),
        lambda plan_id: {"objective_id": factories.objective_of(plan_id)},
    ),
    "rounds": lambda _: {},
    "round": lambda _: {"round_id": Round.objects.get().pk},
    "round_step": lambda _: {"round_id": Round.objects.get().pk, "step": "close"},
}
ARGUMENTS_OF_PAPERS: dict[str, tuple[str, str, dict[str, object]]] = {
    "paper_draft": ("draft", "paper_id", {}),
    "change_paper": ("draft", "paper_id", {}),
    "drop_paper": ("draft", "paper_id", {}),
    "issue_paper": ("draft", "paper_id", {}),
    "paper_draft_download": ("draft", "paper_id", {"extension": "csv"}),
    "issued_paper": ("issued", "number", {}),
    "issued_paper_download": ("issued", "number", {"extension": "csv"}),
    "publish_paper": ("issued", "number", {}),
    "withdraw_paper": ("issued", "number", {}),
    "replace_paper": ("withdrawn", "number", {}),
}
ARGUMENTS_OF_IMPORTS: dict[str, dict[str, object]] = {
    "import": {},
    "accept_import": {},
    "drop_import": {},
    "original": {},
    "draft_names": {},
    "name_draft_plan": {"number": 0},
    "compare_draft_plan": {"number": 0},
    "drop_draft_plan": {"number": 0},
    "settle_warnings": {},
    "settle_warning": {"number": 0},
    "import_row": {"key": "r2"},
    "split_row": {"key": "r2"},
    "move_words": {"key": "r2"},
    "row_step": {"key": "r2", "step": "settle"},
    "row_page_image": {"key": "r2", "page": 1},
}


def world(once_written: Callable[[], object] = int) -> World:
    """Both partnerships; the first has a private plan, a public one and a document under review.

    `once_written` is called when all is written and no paper is issued yet.
    """
    viewer = factories.alder_vale(is_demo=True)
    factories.whitmoor()
    plans = {"private plan": factories.accepted_plan(viewer)}
    plans["public plan"] = factories.accepted_plan(viewer, is_public=True)
    plans["later plan"] = factories.accepted_plan(viewer, factories.draft_of_year("2032-33"))
    round_id, return_id = returning.make(viewer, plans["private plan"])
    chasing.make(viewer, return_id)
    designing.make(viewer)
    telling.make(viewer, plans["private plan"])
    guest = Invitee("Bea Marsh", "bea@alder.example", Seat(Role.ANALYST))
    import_id, refused_id = factories.import_in_review(viewer), factories.refused_import(viewer)
    last_entry = AuditEntry.objects.filter(partnership_id=viewer.partnership_id).count()
    invitation_id = invite(viewer, invitee=guest).id
    once_written()
    return World(
        plans,
        import_id,
        refused_id,
        last_entry,
        Membership.objects.get(person__email=factories.email(Role.ANALYST)).pk,
        invitation_id,
        committee_papers.of_each_kind(viewer, plans["private plan"]),
        round_id,
        return_id,
    )


def session_of(who: str) -> str | None:
    """The session of somebody who signed in while they still could."""
    email = PEOPLE[who]
    client = Client()
    if who == LINK_HOLDER:
        session = client.session
        session[LINK_KEY] = ReturnLink.objects.get().pk
        session.save()
        return session.session_key
    if email is None:
        return None
    client.force_login(Person.objects.get(email=email))
    return client.cookies["session"].value


class Door:
    """Sends requests for anybody; whatever a request changed is undone."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)

    def answer(
        self, session: str | None, method: str, address: str, sent: dict[str, object] | None = None
    ) -> HttpResponse:
        """What one request is answered."""
        self.client.cookies.clear()
        if session:
            self.client.cookies["session"] = session
        with transaction.atomic():
            response = getattr(self.client, method.lower())(address, sent or {})
            transaction.set_rollback(True)
        return response


def sent_to(url: str, method: str) -> dict[str, object]:
    """A form filled in well, where a page takes one."""
    if method == "GET":
        return {}
    if url == "upload":
        file = SimpleUploadedFile("plan.docx", b"\x00not a document")
        return {"document": file, "key": str(UUID(int=7))}
    if url == "save_answer":
        return dict(returning.box_sent())
    return dict(SENT.get(url) or SENT_ELSEWHERE.get(url, {}))


def address(url: str, arguments: dict[str, object]) -> str:
    """Where a page is."""
    return reverse(url, kwargs=arguments)


def url_names(*planted: URLPattern) -> set[str]:
    """The name of every address the product answers, and of those a test adds."""
    return {pattern.name for pattern in _patterns([*get_resolver().url_patterns, *planted])}


def _asked(url: str) -> list[str]:
    """What stands in an address nobody told this file of; it is filled with what is not there."""
    return [
        name
        for pattern in _patterns(get_resolver().url_patterns)
        if pattern.name == url
        for name in pattern.pattern.converters
    ]


def _patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            assert pattern.name, f"{pattern.pattern} has no name, so the table cannot tell of it"
            yield pattern
