"""The things that are timed; `speed` prepares the settings first."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from time import process_time

from django.test import Client

from jointaction.changes.search import refresh_search
from jointaction.domain.access import Role, Viewer
from jointaction.queries import plan_views, shown
from jointaction.queries.memory import Memory
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.search import SearchAsked, search_page
from jointaction.reports.formats import written
from jointaction.store.models import Person
from jointaction.web.plans import leafing
from tests import factories
from tests.benchmarks.invented import invented_plan
from tests.benchmarks.speed import Line, median_ms

PAPERS_MS = {"pdf": 500, "docx": 700, "xlsx": 300}
PARTNERSHIPS, YEARS, ROWS = 20, 10, 80
OUR_PLANS: dict[int, int] = {}


def forget() -> None:
    """Take from this process all it remembers, as a write in the partnership would."""
    for kept in (shown._plans, plan_views._views, leafing._drawn):
        kept.__init__(kept._most)  # type: ignore[misc]  # as new
    assert isinstance(shown._plans, Memory)


def client() -> Client:
    """A browser of the coordinator's."""
    browser = Client()
    person = Person.objects.get(email=factories.email(Role.COORDINATOR))
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def pages() -> Iterator[Line]:
    """Pages of a plan of 80 and one of 2,000 objectives; and 500 rows accepted as a plan."""
    viewer = factories.alder_vale()
    import_id = factories.import_in_review(viewer, invented_plan(500))
    start = process_time()
    factories.accept_import(viewer, import_id=import_id, version=1)
    yield Line("import of 500 rows, ms", 2000, (process_time() - start) * 1000)
    for rows in (80, 2000):
        OUR_PLANS[rows] = factories.accepted_plan(viewer, invented_plan(rows))
    usual, large = (f"/plans/{OUR_PLANS[rows]}/" for rows in (80, 2000))
    browser = client()
    for name, goal, address in (
        ("plan page of 80, ms", 30, usual),
        ("2,000 by agency, first page, ms", 80, f"{large}?by=agency"),
        ("2,000 by agency, all on one page, ms", 250, f"{large}?by=agency&page=all"),
    ):

        def ask(address: str = address) -> None:
            assert browser.get(address).status_code == 200

        yield Line(f"{name}, just after a write", goal, median_ms(ask, before=forget))
        yield Line(name, goal, median_ms(ask))


def papers() -> Iterator[Line]:
    """The paper of a plan of 80 in each form."""
    paper = monitoring_paper(factories.member(Role.COORDINATOR), OUR_PLANS[80]).paper
    for extension, goal in PAPERS_MS.items():
        yield Line(
            f"{extension} of 80, ms", goal, median_ms(lambda form=extension: written(paper, form), rounds=3)
        )


def searches(words: Iterable[str]) -> Iterator[Line]:
    """Search over ten years of one of twenty partnerships, 80 objectives a year."""
    alder = factories.member(Role.COORDINATOR)
    others = [factories._partnership(f"Partnership {at}", f"p{at}") for at in range(1, PARTNERSHIPS)]
    for at, viewer in enumerate((alder, *others)):
        ten_years(viewer, at)
        refresh_search(viewer)
    for asked in words:
        found = search_page(others[0], SearchAsked(asked))
        took = median_ms(lambda asked=asked: search_page(others[0], SearchAsked(asked)))
        yield Line(f"search for {asked}: {found.total} finds, ms", 50, took)
    browser = client()
    yield Line(
        "search page of 3,380 objectives, ms", 80, median_ms(lambda: browser.get("/search/?words=burglary"))
    )


def ten_years(viewer: Viewer, seed: int) -> None:
    """Plans of 80 objectives for ten years."""
    for first in range(2030, 2030 + YEARS):
        year = f"{first}-{(first + 1) % 100:02d}"
        factories.accepted_plan(viewer, invented_plan(ROWS, year=year, seed=seed))


def growth() -> Iterator[Line]:
    """The plan page of 80 again, now among those of twenty partnerships and ten years."""
    browser, address = client(), f"/plans/{OUR_PLANS[80]}/"
    yield Line("plan page of 80 among 200 plans, ms", 30, median_ms(lambda: browser.get(address)))
    took = median_ms(lambda: browser.get(address), before=forget)
    yield Line("plan page of 80 among 200 plans, just after a write, ms", 30, took)
    yield Line("list of 210 plans and more, ms", 80, median_ms(lambda: browser.get("/plans/")))


def worker_memory(goal_mb: int) -> Line:
    """What a new worker holds after the usual pages, the largest among them."""
    large = f"/plans/{OUR_PLANS[2000]}/?by=agency"
    addresses = [
        "/",
        "/plans/",
        f"/plans/{OUR_PLANS[80]}/",
        large,
        f"{large}&page=all",
        "/search/?words=moped",
    ]
    command = [sys.executable, "-m", "tests.benchmarks.worker", *addresses]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Line("memory of a worker, MB", goal_mb, float(done.stdout))
