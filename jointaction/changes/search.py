"""Keeps what search looks through as new as the plans."""

from django.db import transaction
from django.db.models import F, QuerySet

from jointaction.domain.access import Viewer
from jointaction.domain.drafts import RowDraft, ThemeDraft
from jointaction.domain.searching import searchable
from jointaction.domain.tables import theme_heading
from jointaction.queries.content import content_of
from jointaction.store.models import Plan, SearchedPlan, SearchText

MOST_LETTERS = 60_000  # of one kind of words of one objective; PostgreSQL takes a megabyte in all


def refresh_search(viewer: Viewer) -> int:
    """Take up the partnership's plans that changed since search last read them; returns how many.

    Derived from the plans, so the audit trail says nothing of it. Usually one query and nothing to do.
    """
    if not _overdue(viewer).exists():
        return 0
    with transaction.atomic():
        plans = list(_overdue(viewer).select_for_update(of=("self",)))
        for plan in plans:
            _read(plan)
    return len(plans)


def _overdue(viewer: Viewer) -> QuerySet[Plan]:
    plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
    return plans.exclude(searchedplan__version=F("version"))


def _read(plan: Plan) -> None:
    SearchText.objects.filter(plan=plan).delete()
    content = content_of(plan, with_origins=False)
    wall = f"w{plan.partnership_id}"
    itself = SearchText(plan=plan, wall=wall, heading=searchable(f"{plan.title} {content.plan.year or ''}"))
    texts = [_text(plan, theme, row, wall) for theme in content.plan.themes for row in theme.rows]
    SearchText.objects.bulk_create([itself, *texts])
    SearchedPlan.objects.update_or_create(plan=plan, defaults={"version": plan.version})


def _text(plan: Plan, theme: ThemeDraft, row: RowDraft, wall: str) -> SearchText:
    """What everyone who may see the plan may find; the reasons of statuses are not for the public."""
    return SearchText(
        plan=plan,
        objective_id=int(row.key),
        wall=wall,
        heading=_lines(f"{row.ref or ''} {row.objective}", theme_heading(theme) or ""),
        actions=_lines(*row.actions),
        measures=_lines(*row.measures, *row.indicator_refs, row.baseline or "", row.target or ""),
        updates=_lines(*(_update(update.period, update.area, update.text) for update in row.updates)),
        other=_lines(
            *row.lead_agencies,
            *row.lead_groups,
            *row.support,
            row.timescale or "",
            row.funding or "",
            row.status or "",
            *(f"{note.heading}: {note.text}" for note in row.notes),
        ),
    )


def _update(period: str | None, area: str | None, text: str) -> str:
    told = ", ".join(part for part in (period, area) if part)
    return f"{told}: {text}" if told else text


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, map(searchable, texts)))[:MOST_LETTERS]
