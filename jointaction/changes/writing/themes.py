"""Writing a plan's themes: add, change, move, take out."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from jointaction.changes.amendments import NO_WHY, Change, Why, note_change, plan_to_change
from jointaction.changes.locking import require_version
from jointaction.changes.writing.places import next_place, swap_places
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.life import Strand
from jointaction.domain.plans import LONGEST_NUMBER, LONGEST_THEME, Problem, ProblemsError
from jointaction.domain.row_texts import TextChange
from jointaction.store.models import Objective, Plan, Theme, ThemeStrand

NOT_EMPTY = "This theme still has objectives. Move them to another theme or take them out first."


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """What a theme says: number and title (None for a plan without themes) and the strands it serves."""

    number: str | None
    title: str | None
    strands: tuple[Strand, ...] = ()


def add_theme(viewer: Viewer, *, plan_id: int, words: ThemeWords, key: UUID, why: Why = NO_WHY) -> int:
    """Add a theme at the end of a plan; returns its id. Sent twice with one key, it is made once."""
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id, why)
        made = Theme.objects.filter(plan=plan, idempotency_key=key).first()
        if made is not None:
            return made.pk
        _check(words)
        place = next_place(Theme.objects.filter(plan=plan))
        theme = Theme.objects.create(
            plan=plan, position=place, number=words.number, title=words.title, idempotency_key=key
        )
        _set_strands(theme, words.strands)
        note_change(viewer, plan, _change("add theme", ThemeWords(None, None), words), why)
    return theme.pk


def edit_theme(
    viewer: Viewer, *, plan_id: int, theme_id: int, version: int, words: ThemeWords, why: Why = NO_WHY
) -> None:
    """Save a theme's number, title and strands; `version` is the plan's.

    Raises EditConflictError when the plan changed meanwhile.
    """
    with transaction.atomic():
        plan, theme = _theme(viewer, plan_id, theme_id, version)
        change = _change("edit theme", _words_of(theme), words)
        if not change.texts:
            return
        plan_to_change(viewer, plan_id, why)
        _check(words)
        Theme.objects.filter(pk=theme_id).update(number=words.number, title=words.title)
        _set_strands(theme, words.strands)
        note_change(viewer, plan, change, why)


def move_theme(viewer: Viewer, *, plan_id: int, theme_id: int, version: int, is_up: bool) -> None:
    """Change places with the theme above or below; at the end nothing happens."""
    with transaction.atomic():
        plan, theme = _theme(viewer, plan_id, theme_id, version)
        if swap_places(theme, Theme.objects.filter(plan=plan), is_up=is_up):
            note_change(viewer, plan, Change("move theme", (), str(theme)))


def delete_theme(viewer: Viewer, *, plan_id: int, theme_id: int, version: int, why: Why = NO_WHY) -> None:
    """Take an empty theme out; raises ProblemsError while it has objectives."""
    with transaction.atomic():
        plan, theme = _theme(viewer, plan_id, theme_id, version)
        plan_to_change(viewer, plan_id, why)
        if Objective.objects.filter(theme=theme).exists():
            raise ProblemsError((Problem("needed", NOT_EMPTY),))
        change = _change("delete theme", _words_of(theme), ThemeWords(None, None))
        theme.delete()
        note_change(viewer, plan, change, why)


def _theme(viewer: Viewer, plan_id: int, theme_id: int, version: int) -> tuple[Plan, Theme]:
    plan = plan_to_change(viewer, plan_id)
    theme = Theme.objects.filter(plan=plan, pk=theme_id).first()
    if theme is None:
        raise NotVisibleError("theme")
    require_version(plan, version)
    return plan, theme


def _words_of(theme: Theme) -> ThemeWords:
    strands = tuple(Strand(line.strand) for line in ThemeStrand.objects.filter(theme=theme).order_by("pk"))
    return ThemeWords(theme.number, theme.title, strands)


def _set_strands(theme: Theme, strands: tuple[Strand, ...]) -> None:
    ThemeStrand.objects.filter(theme=theme).delete()
    ThemeStrand.objects.bulk_create(ThemeStrand(theme=theme, strand=strand.value) for strand in strands)


def _check(words: ThemeWords) -> None:
    if words.number and len(words.number) > LONGEST_NUMBER:
        told = f"The theme’s number may have {LONGEST_NUMBER} letters at most."
        raise ProblemsError((Problem("number", told),))
    if words.title and len(words.title) > LONGEST_THEME:
        told = f"The theme’s title may have {LONGEST_THEME} letters at most."
        raise ProblemsError((Problem("title", told),))


def _change(action: str, before: ThemeWords, after: ThemeWords) -> Change:
    pairs = (
        ("Theme’s number", before.number, after.number),
        ("Theme’s title", before.title, after.title),
        ("Strands", _strands(before), _strands(after)),
    )
    texts = tuple(TextChange(label, old or "", new or "") for label, old, new in pairs if old != new)
    name = after if after.title or after.number else before
    return Change(action, texts, f"{name.number or ''} {name.title or ''}".strip())


def _strands(words: ThemeWords) -> str:
    return "\n".join(strand.value for strand in Strand if strand in words.strands)
