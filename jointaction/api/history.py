"""Who changed what, when."""

from ninja import Query

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.paging import PageAsked, Paged, page_of
from jointaction.api.problems import EVERYWHERE, ProblemDetails
from jointaction.api.values import Id, Word
from jointaction.queries.audit import HistoryEntry, HistoryLine, history_entry, history_page


class HistoryAsked(PageAsked):
    """Which part of the history; `thing` and `thing_id` ("plan", "4") keep to one thing."""

    thing: Word = ""
    thing_id: Word = ""


@routers.history.get("/history", response={200: Paged[HistoryLine], EVERYWHERE: ProblemDetails})
def history(request: ApiRequest, asked: Query[HistoryAsked]) -> Paged[HistoryLine]:
    """The partnership's history, newest first."""
    lines, total = history_page(
        request.auth.viewer, page=asked.page, size=asked.size, thing=asked.thing, thing_id=asked.thing_id
    )
    return page_of(lines, asked, total)


@routers.history.get("/history/{sequence}", response={200: HistoryEntry, EVERYWHERE: ProblemDetails})
def change(request: ApiRequest, sequence: Id) -> HistoryEntry:
    """One change with the words before and after, and its hash in the chain."""
    return history_entry(request.auth.viewer, sequence)
