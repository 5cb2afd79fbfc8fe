"""Indicators of a partnership's own: added, changed, taken out."""

from dataclasses import asdict

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.indicators import IndicatorMeaning
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.store.models import Indicator

LONGEST = {"scheme": 80, "code": 40, "title": 300, "source": 300, "definition": 2000}


def add_indicator(viewer: Viewer, meaning: IndicatorMeaning) -> int:
    """Add an indicator; returns its id, the same for the same one sent twice.

    Raises NotAllowedError, or ProblemsError when something is missing or the code is taken.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        there = _coded(viewer, meaning.code)
        if there and _meaning(there) == meaning:
            return there.pk
        _check(viewer, meaning)
        kept = Indicator.objects.create(partnership_id=viewer.partnership_id, **asdict(meaning))
        _note(viewer, "add indicator", kept, after=_words(meaning))
    return kept.pk


def change_indicator(viewer: Viewer, indicator_id: int, *, version: int, meaning: IndicatorMeaning) -> None:
    """Save what an indicator means; raises as add_indicator, NotVisibleError and EditConflictError."""
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, indicator_id, version)
        _check(viewer, meaning, but=indicator_id)
        before = _words(_meaning(kept))
        fields = asdict(meaning) | {"version": version + 1}
        Indicator.objects.filter(pk=indicator_id).update(**fields)
        _note(viewer, "change indicator", kept, before=before, after=_words(meaning))


def take_out_indicator(viewer: Viewer, indicator_id: int, *, version: int) -> None:
    """Take an indicator out of the partnership's list; plans keep its code.

    Raises NotAllowedError, NotVisibleError or EditConflictError.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, indicator_id, version)
        _note(viewer, "take out indicator", kept, before=_words(_meaning(kept)))
        kept.delete()


def _coded(viewer: Viewer, code: str) -> Indicator | None:
    return Indicator.objects.filter(partnership_id=viewer.partnership_id, code__iexact=code).first()


def _seen(viewer: Viewer, indicator_id: int, version: int) -> Indicator:
    """The indicator as it was seen, locked."""
    own = Indicator.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
    kept = own.filter(pk=indicator_id).first()
    if kept is None:
        raise NotVisibleError("indicator")
    if kept.version != version:
        raise EditConflictError(f"indicator {indicator_id} is at version {kept.version}, not {version}")
    return kept


def _check(viewer: Viewer, meaning: IndicatorMeaning, but: int | None = None) -> None:
    said = asdict(meaning)
    found = [
        Problem(name, f"Write the indicator’s {name}.")
        for name in ("scheme", "code", "title")
        if not said[name].strip()
    ]
    found += [
        Problem(name, f"The {name} is longer than {most} letters. Shorten it.")
        for name, most in LONGEST.items()
        if len(said[name]) > most
    ]
    there = _coded(viewer, meaning.code)
    if there and there.pk != but:
        found.append(Problem("code", f"“{there.code}” is in your list already. Change it there."))
    if found:
        raise ProblemsError(tuple(found))


def _meaning(kept: Indicator) -> IndicatorMeaning:
    return IndicatorMeaning(kept.scheme, kept.code, kept.title, kept.definition, kept.source, kept.ended_on)


def _words(meaning: IndicatorMeaning) -> str:
    return "\n".join(f"{name}: {value}" for name, value in asdict(meaning).items() if value)


def _note(viewer: Viewer, action: str, kept: Indicator, *, before: str = "", after: str = "") -> None:
    record(
        viewer,
        action=action,
        thing="indicator",
        thing_id=kept.pk,
        summary=kept.code,
        before=before,
        after=after,
    )
