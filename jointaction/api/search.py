"""What was promised and reported, found by words over all years."""

from dataclasses import dataclass
from typing import Literal

from ninja import Query
from pydantic import Field

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.paging import PageAsked, Paged, page_of
from jointaction.api.problems import EVERYWHERE, ProblemDetails
from jointaction.api.values import Word
from jointaction.changes.search import refresh_search
from jointaction.domain.access import Permission
from jointaction.domain.searching import SearchKind
from jointaction.queries.search import SearchAsked, SearchHit, search_page


class WordsAsked(PageAsked):
    """The words to find, and what to keep the finds to."""

    words: Word = Field("", description='Quoted words are found together: "every allotment".')
    year: Word = Field("", description="A plan year: 2008-09.")
    agency: Word = Field("", description="The id of an agency.")
    area: Word = Field("", description="The id of an area.")
    kind: Literal["", "heading", "actions", "measures", "updates", "other"] = ""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line that holds a word looked for, as plain text; `kind` says which words of the plan it is of."""

    kind: SearchKind
    text: str


@dataclass(frozen=True, slots=True)
class Find:
    """An objective (or a plan, without an objective's id) that holds the words."""

    plan_id: int
    objective_id: int | None
    plan: str
    year: str
    title: str
    lines: tuple[FoundLine, ...]


@routers.search.get("/search", response={200: Paged[Find], EVERYWHERE: ProblemDetails})
def search(request: ApiRequest, asked: Query[WordsAsked]) -> Paged[Find]:
    """The objectives that hold all the words, best first."""
    viewer = request.auth.viewer
    viewer.require(Permission.SEE_PUBLIC)
    refresh_search(viewer)
    kind = SearchKind(asked.kind) if asked.kind else None
    wanted = SearchAsked(asked.words, asked.year, asked.agency, asked.area, kind)
    page = search_page(viewer, wanted, number=asked.page, size=asked.size)
    hits = page.hits if page.number == asked.page else ()
    return page_of([_find(hit) for hit in hits], asked, page.total)


def _find(hit: SearchHit) -> Find:
    lines = tuple(
        FoundLine(passage.kind, "".join(piece.text for piece in passage.pieces)) for passage in hit.passages
    )
    title = "".join(piece.text for piece in hit.title)
    return Find(hit.plan_id, hit.objective_id, hit.plan, hit.year, title, lines)
