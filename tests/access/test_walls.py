"""No word of one partnership reaches the people of another, by any page, list, file or answer."""

from dataclasses import fields
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from jointaction.domain.access import Role
from jointaction.store import models as tables
from tests import factories
from tests.access.world import Door, address, url_names, world
from tests.api.caller import Caller, token_of
from tests.api.callers import World as ApiWorld
from tests.api.callers import operations
from tests.web.people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.access]

MARK = "Quillonfast"
ELSEWHERE = (Role.COORDINATOR, Role.AGENCY_LEAD, Role.ADMINISTRATOR)  # between them they may all
ALDER = {"partnership__slug": "alder"}
WORDS = {  # what the people of the first partnership wrote; the second has nothing in these tables
    tables.Plan: ("title",),
    tables.Theme: ("title",),
    tables.Objective: ("text", "timescale", "funding", "status"),
    tables.Action: ("text",),
    tables.Measure: ("text",),
    tables.Note: ("text", "heading"),
    tables.Party: ("text",),
    tables.Update: ("text",),
    tables.StatedFigure: ("quote", "what"),
    tables.LocalWord: ("word",),
    tables.Amendment: ("reason", "agreed_by"),
    tables.Answer: ("text", "status_reason", "saved_by"),
    tables.Evidence: ("name", "added_by"),
    tables.ReturnSheet: ("name", "brought_by"),
    tables.Contact: ("name",),
    tables.OutgoingMail: ("to_name", "subject", "body", "failure"),
    tables.Meeting: ("title",),
    tables.Layout: ("name",),
    tables.StatusScheme: ("name",),
    tables.Indicator: ("title",),
    tables.SourceDocument: ("name",),
    tables.Invitation: ("name",),
}
OF_PAPERS = ("title", "author")  # of the drafts and lists; what is issued was marked before
NAMED = (tables.Agency, tables.Group, tables.Area)  # the second has these too
LISTED = {  # words within lists
    tables.Layout: ("columns", "heading"),
    tables.StatusScheme: ("statuses", "word"),
    tables.Amendment: ("changes", "after"),
}


@pytest.fixture
def there():
    """The world of the access table, each word of whose first partnership carries a mark."""
    made = world(mark_all)
    mark(tables.CommitteePaper.objects, OF_PAPERS)
    return made


def mark_all():
    for table, names in WORDS.items():
        mark(table.objects, names)
    # The asker's own name and agency stand in the head of each page, so they would speak for every page.
    asker = tables.Membership.objects.get(person__email=factories.email(Role.COORDINATOR), **ALDER)
    for table in NAMED:
        mark(table.objects.filter(**ALDER).exclude(name=asker.agency.name if asker.agency else ""), ("name",))
    for table, (field, word) in LISTED.items():
        mark_listed(table, field, word)
    ours = tables.Membership.objects.filter(**ALDER).values("person_id")
    mark(tables.Person.objects.filter(pk__in=ours).exclude(pk=asker.person_id), ("name",))


def mark(rows, names):
    assert rows.exists(), rows.model
    for field in names:
        rows.exclude(**{field: ""}).update(**{field: Concat(Value(f"{MARK} "), field)})


def mark_listed(table, field, word):
    for row in table.objects.all():
        lines = getattr(row, field)
        assert lines, table
        setattr(row, field, [{**line, word: f"{MARK} {line[word]}"} for line in lines])
        row.save()


def says(response):
    """Whether an answer holds the mark anywhere, in the parts of an Office file too."""
    content = b"".join(response) if response.streaming else response.content
    parts = [content, str(response.headers).encode()]
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
    return any(MARK.encode() in part for part in parts)


def pages_that_tell(there, role, place):
    door, session = Door(), signed_in(role, place).cookies["session"].value
    addresses = {
        url: address(url, there.arguments(url, "private plan"))
        for url in sorted(url_names())
        if not url.startswith("api_")
    }
    return [url for url, where in addresses.items() if says(door.answer(session, "GET", where))]


def answers_that_tell(there, viewer):
    shared = {field.name: getattr(there, field.name) for field in fields(ApiWorld)}
    api = ApiWorld(**shared)
    caller, told = Caller(token_of(viewer)), []
    for name, method in operations():
        if method == "GET" and says(caller.get(api.address(name, "private plan").removeprefix("/api/v1"))):
            told.append(name)
    return told


def test_the_mark_is_seen_by_its_own_people_so_that_its_absence_says_something(there):
    assert len(pages_that_tell(there, Role.COORDINATOR, "alder")) > 60
    assert len(answers_that_tell(there, factories.member(Role.COORDINATOR))) > 15


@pytest.mark.parametrize("role", ELSEWHERE)
def test_no_page_or_file_tells_another_partnership_a_word(there, role):
    assert pages_that_tell(there, role, "whitmoor") == []


@pytest.mark.parametrize("role", ELSEWHERE)
def test_no_answer_of_the_api_tells_another_partnership_a_word(there, role):
    assert answers_that_tell(there, factories.member(role, "whitmoor")) == []


def finds(role, place):
    """Whether the search page and the API find a word of the first partnership's first objective."""
    word = max(tables.Objective.objects.order_by("pk")[0].text.split(), key=len)
    page = signed_in(role, place).get("/search/", {"words": word}).content
    found = Caller(token_of(factories.member(role, place))).get(f"/search?words={word}").json()
    return b"/objectives/" in page, bool(found.get("items"))


def test_a_search_finds_a_word_for_its_own_people_only():
    world()
    assert finds(Role.COORDINATOR, "alder") == (True, True)
    assert finds(Role.COORDINATOR, "whitmoor") == (False, False)
