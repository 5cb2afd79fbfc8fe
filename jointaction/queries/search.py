"""What was promised and reported, found by words over all years the viewer may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from django.db.models import QuerySet

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.digits import number_in
from jointaction.domain.periods import PlanYear
from jointaction.domain.searching import FoundPiece, Passage, SearchKind, passages, pieces, terms
from jointaction.domain.wording import counted
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.full_text import COLUMNS, Wanted, marked, ranked
from jointaction.queries.pages import Choice
from jointaction.store.models import Agency, Area, SearchText

MOST_PASSAGES = 3  # shown of one objective


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """The words looked for, and what the finds are kept to; empty means everything."""

    words: str = ""
    year: str = ""
    agency: str = ""
    area: str = ""
    kind: SearchKind | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the finds are kept to a year, an agency or an area."""
        return bool(self.year or self.agency or self.area)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An objective (or, without its id, a plan) that holds the words, and the lines that do."""

    plan_id: int
    objective_id: int | None
    plan: str
    year: str
    title: tuple[FoundPiece, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """What finds can be kept to."""

    year: tuple[Choice, ...] = ()
    agency: tuple[Choice, ...] = ()
    area: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what was found: of `total` finds, or of `in_all` were they not kept to anything."""

    asked: SearchAsked
    hits: tuple[SearchHit, ...]
    total: int
    in_all: int
    number: int
    pages: int

    @property
    def result(self) -> str:
        """How much was found, in words."""
        return counted(self.total, "find")


def search_page(viewer: Viewer, asked: SearchAsked, *, number: int = 1, size: int = 20) -> SearchPage:
    """The finds for the words asked, best first; raises NotAllowedError for who may see no plan."""
    viewer.require(Permission.SEE_PUBLIC)
    wanted = Wanted(viewer.partnership_id, terms(asked.words), asked.kind)
    ranks = ranked(wanted) if wanted.terms else {}
    seen = SearchText.objects.filter(plan__in=visible_plans(viewer))
    kept = _best_first(_kept_to(seen, asked), ranks)
    pages = max(1, ceil(len(kept) / size))
    number = min(number, pages)
    return SearchPage(
        asked=asked,
        hits=_hits(wanted, kept[(number - 1) * size : number * size]),
        total=len(kept),
        in_all=len(_best_first(seen, ranks)) if asked.is_kept else len(kept),
        number=number,
        pages=pages,
    )


def _best_first(texts: QuerySet[SearchText], ranks: dict[int, float]) -> list[int]:
    """The ids found among the texts; of the same rank the newest year first.

    All ids are read and most left out, which is quicker than to ask for thousands by name.
    """
    if not ranks:
        return []
    years = dict(texts.values_list("pk", "plan__year_first"))
    found = ranks.keys() & years.keys()
    return sorted(found, key=lambda key: (ranks[key], -years[key], key))


def search_choices(viewer: Viewer) -> SearchChoices:
    """The years, agencies and areas of the plans the viewer may see, each with how many objectives."""
    viewer.require(Permission.SEE_PUBLIC)
    plans = visible_plans(viewer)
    years = {PlanYear(*line) for line in plans.values_list("year_first", "years")}
    agencies = Agency.objects.filter(party__objective__theme__plan__in=plans).distinct()
    areas = Area.objects.filter(update__objective__theme__plan__in=plans).distinct()
    return SearchChoices(
        year=tuple(Choice(str(year), str(year), 0) for year in sorted(years, reverse=True)),
        agency=_named(agencies.order_by("name").values_list("pk", "name")),
        area=_named(areas.order_by("name").values_list("pk", "name")),
    )


def _named(lines: Iterable[tuple[int, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(str(key), name, 0) for key, name in lines)


def _kept_to(texts: QuerySet[SearchText], asked: SearchAsked) -> QuerySet[SearchText]:
    if asked.year:
        try:
            year = PlanYear.read(asked.year)
        except ValueError:
            return texts.none()
        texts = texts.filter(plan__year_first=year.first, plan__years=year.years)
    for kept_to, value in (("party__agency_id", asked.agency), ("update__area_id", asked.area)):
        if value:
            texts = texts.filter(**{f"objective__{kept_to}": number_in(value, most=17) or 0})
    return texts


def _hits(wanted: Wanted, ids: list[int]) -> tuple[SearchHit, ...]:
    words = marked(wanted, ids)
    lines = SearchText.objects.select_related("plan").defer("heading", *COLUMNS).in_bulk(ids)
    return tuple(_hit(lines[key], words[key]) for key in ids if key in words)


def _hit(line: SearchText, words: tuple[str, ...]) -> SearchHit:
    heading, *others = words
    title, _, theme = heading.partition("\n")
    found = list(passages(theme, SearchKind.OBJECTIVES))
    for kind, text in zip(COLUMNS[1:], others, strict=True):
        found += passages(text, kind)
    found.sort(key=lambda passage: -passage.found)
    return SearchHit(
        line.plan_id,
        line.objective_id,
        line.plan.title,
        plan_year(line.plan),
        pieces(title),
        tuple(found[:MOST_PASSAGES]),
    )
