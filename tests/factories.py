"""Two invented partnerships with their people, a document under review and an accepted plan."""

from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import uuid4

from django.utils import timezone

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.partners import set_up_partnership
from jointaction.changes.publishing import publish_plan
from jointaction.domain.access import Role, Viewer
from jointaction.domain.drafts import CellOrigin, DocumentDraft, Place, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.imports import ImportState
from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup
from jointaction.queries.viewers import viewer_by_email
from jointaction.sources.documents.draft_json import draft_to_json
from jointaction.store.files import keep_file
from jointaction.store.models import Import, Membership, Objective, Person, Plan, SourceDocument, Theme
from tests.domain.drafts import UNSURE, a_plan, a_row, full_row
from tests.made_once import made_once

MEMBERS = tuple(role for role in Role if role.is_held_by_members)
AGENCIES = (
    NamedParty("Alder Vale District Council", "AVDC", ("the council",), "responsible authority"),
    NamedParty("Alder Constabulary", "Police", ("Constabulary",), "responsible authority"),
    NamedParty("Library Service"),
)
GROUPS = (NamedParty("Burglary Group", "BG"), NamedParty("Joint Action Group", "JAG"))
AREAS = (NamedParty("Alderbrook", "", ("Alder Brook",)), NamedParty("Wharf End"))


def email(role: Role | str, place: str = "alder") -> str:
    """The address of the person who holds a role; `disabled` and `former` are no longer welcome."""
    return f"{role.replace(' ', '.')}@{place}.example"


@made_once
def alder_vale(*, is_demo: bool = False) -> Viewer:
    """The partnership most tests live in, first by name; returns its coordinator's Viewer."""
    return _partnership("Alder Vale Community Safety Partnership", "alder", is_demo=is_demo)


@made_once
def whitmoor() -> Viewer:
    """A second partnership with people and names of its own; returns its coordinator's Viewer."""
    return _partnership("Whitmoor Community Safety Partnership", "whitmoor")


def _partnership(name: str, place: str, *, is_demo: bool = False) -> Viewer:
    people = [_person(role, place) for role in MEMBERS]
    people += [
        replace(_person(Role.COORDINATOR, place), email=email(gone, place)) for gone in ("disabled", "former")
    ]
    setup = PartnershipSetup(name, place, AGENCIES, GROUPS, AREAS, tuple(people))
    viewer = set_up_partnership(setup, is_demo=is_demo)
    Person.objects.filter(email=email("disabled", place)).update(is_active=False)
    Membership.objects.filter(person__email=email("former", place)).update(left_at=timezone.now())
    return viewer


def _person(role: Role, place: str) -> PersonSetup:
    groups = ("BG",) if role is Role.GROUP_CHAIR else ()
    agency = "Police" if role is Role.AGENCY_LEAD else "AVDC"
    return PersonSetup(f"{role.capitalize()} of {place}", email(role, place), role.value, agency, groups)


@made_once
def member(role: Role, place: str = "alder") -> Viewer:
    """The Viewer of the person who holds a role."""
    return viewer_by_email(email(role, place))


def public(viewer: Viewer) -> Viewer:
    """The public's Viewer in the same partnership."""
    return Viewer(viewer.partnership_id, viewer.partnership, Role.PUBLIC)


def a_draft() -> DocumentDraft:
    """A plan of two themes: updates by area, a post with its employer, names nobody knows yet."""
    second = a_row(
        "r2",
        "More sheds have a lock",
        ref="1.2",
        actions=("Visit every allotment",),
        lead_agencies=("Safety coordinator (AVDC)",),
        support=("BG", "Allotment society"),
        updates=(UpdateDraft("Eleven allotments visited", "2031-32 Q4"),),
        origins=(CellOrigin(Field.ACTION, Place(page=1, line=9), "Visit every allot- ment", 0.4),),
        warnings=(UNSURE,),
    )
    third = a_row(
        "r3",
        "Everybody gets home along the river",
        ref="2.1",
        measures=("Walks held",),
        lead_agencies=("River Wardens", "Constabulary"),
        lead_groups=("Night Group",),
    )
    themes = (
        ThemeDraft("1", "Thefts", (replace(full_row("r1"), ref="1.1"), second)),
        ThemeDraft("2", "Getting home", (third,)),
    )
    return DocumentDraft((replace(a_plan(), themes=themes),), (UNSURE,))


def draft_of_year(year: str) -> DocumentDraft:
    """The same plan for another year."""
    return DocumentDraft((replace(a_draft().plans[0], year=year),))


def large_draft(length: int) -> DocumentDraft:
    """A plan of one theme with this many rows, all fields filled."""
    return DocumentDraft((a_plan(*(full_row(f"r{number}") for number in range(1, length + 1))),))


@made_once
def import_in_review(viewer: Viewer, draft: DocumentDraft | None = None, *, name: str = "plan.docx") -> int:
    """A document that was read and waits for a person, without the cost of reading one; returns its id."""
    words = draft_to_json(draft or a_draft())
    sha256 = kept(f"{name} {uuid4()}".encode())
    document = SourceDocument.objects.create(
        partnership_id=viewer.partnership_id,
        name=name,
        sha256=sha256,
        size_bytes=len(words),
        uploaded_by_id=viewer.person_id,
        uploaded_at=timezone.now(),
    )
    started = Import.objects.create(
        partnership_id=viewer.partnership_id,
        document=document,
        state=ImportState.REVIEW.value,
        draft_read=words,
        draft=words,
        idempotency_key=uuid4(),
        started_by_id=viewer.person_id,
        started_at=timezone.now(),
    )
    return started.pk


def refused_import(viewer: Viewer, *, reason: str = "This file is locked. Unlock it.") -> int:
    """A document that could not be read; returns its id."""
    import_id = import_in_review(viewer, name="locked.docx")
    fields = {"state": ImportState.REFUSED.value, "refusal": reason, "draft": "", "draft_read": ""}
    Import.objects.filter(pk=import_id).update(**fields)
    return import_id


def kept(content: bytes) -> str:
    """Keep a file as an upload would; returns its SHA-256."""
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return keep_file(Path(file.name))


@made_once
def accepted_plan(viewer: Viewer, draft: DocumentDraft | None = None, *, is_public: bool = False) -> int:
    """A plan that a coordinator accepted (and published); returns its id."""
    (plan_id,) = accept_import(viewer, import_id=import_in_review(viewer, draft), version=1)
    if is_public:
        publish(plan_id, viewer)
    return plan_id


def objective_of(plan_id: int, ref: str = "1.1") -> int:
    """The id of the objective with this reference."""
    return Objective.objects.get(theme__plan_id=plan_id, ref=ref).pk


def theme_of(plan_id: int, number: str = "1") -> int:
    """The id of the theme with this number."""
    return Theme.objects.get(plan_id=plan_id, number=number).pk


def import_of(plan_id: int) -> int:
    """The id of the import a plan came from."""
    return Plan.objects.values_list("came_from_id", flat=True).get(pk=plan_id)


def in_year(draft: DocumentDraft, year: str) -> DocumentDraft:
    """The document with its plans in another year."""
    return replace(draft, plans=tuple(replace(plan, year=year) for plan in draft.plans))


def two_plans() -> DocumentDraft:
    """A document that holds the plans of two years."""
    first, second = a_draft(), in_year(a_draft(), "2032-33")
    return DocumentDraft((*first.plans, *second.plans))


def with_timescale(words: str) -> DocumentDraft:
    """The usual document with another timescale in its first row."""
    draft = a_draft()
    first, *others = draft.plans[0].themes
    rows = (replace(first.rows[0], timescale=words), *first.rows[1:])
    plan = replace(draft.plans[0], themes=(replace(first, rows=rows), *others))
    return replace(draft, plans=(plan,))


def publish(plan_id: int, viewer: Viewer | None = None, *, is_public: bool = True) -> None:
    """Show a plan to the public, or take it back."""
    seen = Plan.objects.values_list("version", flat=True).get(pk=plan_id)
    publish_plan(viewer or member(Role.COORDINATOR), plan_id=plan_id, version=seen, is_public=is_public)
