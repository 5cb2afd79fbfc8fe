"""Indicators: what a code stands for, in the partnership's own list or among those that come along."""

from collections.abc import Iterable
from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.catalogue.indicators import INDICATORS
from jointaction.domain.indicators import LOCAL_CODES, IndicatorMeaning, indicator_code, is_local_code
from jointaction.store.models import Indicator


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in the list; `id` and `version` are 0 for one that comes with the product."""

    meaning: IndicatorMeaning
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class CitedIndicator:
    """A code as an objective cites it, with its meaning where it is known; `hint` says why it is not."""

    code: str
    meaning: IndicatorMeaning | None = None
    hint: str = ""


def indicators_page(viewer: Viewer) -> tuple[IndicatorLine, ...]:
    """The partnership's own indicators by scheme and code, then those that come with the product."""
    viewer.require(Permission.SEE_PLANS)
    own = [_line(kept) for kept in Indicator.objects.filter(partnership_id=viewer.partnership_id)]
    told = {indicator_code(line.meaning.code).casefold() for line in own}
    shipped = (IndicatorLine(each) for each in INDICATORS.values() if each.code.casefold() not in told)
    return (*own, *shipped)


def own_indicator(viewer: Viewer, indicator_id: int) -> IndicatorLine:
    """One of the partnership's own indicators; raises NotVisibleError for any other."""
    viewer.require(Permission.SEE_PLANS)
    kept = Indicator.objects.filter(partnership_id=viewer.partnership_id, pk=indicator_id).first()
    if kept is None:
        raise NotVisibleError("indicator")
    return _line(kept)


def indicator_named(viewer: Viewer, code: str) -> IndicatorMeaning | None:
    """What a code stands for, however it is written; None where nobody has said."""
    return cited_indicators(viewer, (code,))[0].meaning


def cited_indicators(viewer: Viewer, codes: Iterable[str]) -> tuple[CitedIndicator, ...]:
    """Each code with what it stands for, in one query; the partnership's own words come first."""
    codes = tuple(codes)
    viewer.require(Permission.SEE_PUBLIC)
    if not codes:
        return ()
    own = {
        indicator_code(kept.code).casefold(): _line(kept).meaning
        for kept in Indicator.objects.filter(partnership_id=viewer.partnership_id)
    }
    return tuple(_cited(code, own) for code in codes)


def _cited(code: str, own: dict[str, IndicatorMeaning]) -> CitedIndicator:
    plain = indicator_code(code)
    meaning = own.get(plain.casefold()) or INDICATORS.get(plain)
    hint = LOCAL_CODES if meaning is None and is_local_code(code) else ""
    return CitedIndicator(code, meaning, hint)


def _line(kept: Indicator) -> IndicatorLine:
    meaning = IndicatorMeaning(
        kept.scheme, kept.code, kept.title, kept.definition, kept.source, kept.ended_on
    )
    return IndicatorLine(meaning, kept.pk, kept.version)
