"""Run as a program: many partnerships with many years of plans and updates; prints who may come in, as JSON.

Arguments: partnerships, years, updates a partnership. The plans are written and not read from
documents, since reading is not what is measured.
"""

import json
import re
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import product
from random import Random

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_q.models import OrmQ  # noqa: E402

from jointaction.changes.names import PartyBook  # noqa: E402
from jointaction.changes.partners import set_up_partnership  # noqa: E402
from jointaction.changes.plans import PlanSource, write_plan  # noqa: E402
from jointaction.changes.returns.opening import open_round  # noqa: E402
from jointaction.changes.search import refresh_search  # noqa: E402
from jointaction.domain.access import Role, Viewer  # noqa: E402
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft, UpdateDraft  # noqa: E402
from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup  # noqa: E402
from jointaction.domain.periods import PlanYear  # noqa: E402
from jointaction.queries.content import plan_content  # noqa: E402
from jointaction.queries.returns import return_page  # noqa: E402
from jointaction.store.models import Person, Return  # noqa: E402
from tests.domain.drafts import COLUMNS  # noqa: E402

AGENCIES = tuple(f"Agency {letter}" for letter in "ABCDEFGH")
QUARTERS, ROWS, LAST_YEAR = 4, 40, 2032
WORDS = re.findall(
    r"\w+",
    "wardens visited allotments lent alarms marked tools held meetings schools libraries joined evening "
    "patrols neighbours reported fewer thefts sheds garages riverside market young people sessions",
)
# As many different words as ten years of updates have.
SYLLABLES = ("mar", "lo", "ten", "bri", "sho", "ka", "wel", "dun", "fer", "ost")
WORDS += ["".join(parts) for parts in product(SYLLABLES, SYLLABLES, SYLLABLES[:6])]


def main(arguments: list[str]) -> None:
    """Fill the installation and print a cookie and the addresses for each person."""
    partnerships, years, updates = map(int, arguments)
    people = [person for number in range(partnerships) for person in _partnership(number, years, updates)]
    OrmQ.objects.all().delete()
    print(json.dumps({"people": people}))


def _partnership(number: int, years: int, updates: int) -> list[dict[str, object]]:
    place = f"place{number:02d}"
    people = [PersonSetup("Coordinator", f"coordinator@{place}.example", Role.COORDINATOR, AGENCIES[0])]
    people += [
        PersonSetup(f"Lead of {name}", _email(name, place), Role.AGENCY_LEAD, name) for name in AGENCIES
    ]
    setup = PartnershipSetup(
        f"Partnership {number:02d}",
        place,
        tuple(NamedParty(name, name) for name in AGENCIES),
        (),
        (),
        tuple(people),
    )
    viewer = set_up_partnership(setup)
    dice = Random(number)
    each = max(1, updates // (years * ROWS * QUARTERS))
    plan_id = 0
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        plan_id = _plan(viewer, PlanYear(year), each, dice)
    refresh_search(viewer)  # as the searches of ten years would have
    return _visitors(viewer, plan_id, place)


def _email(agency: str, place: str) -> str:
    return f"{agency.replace(' ', '.').lower()}@{place}.example"


def _plan(viewer: Viewer, year: PlanYear, each: int, dice: Random) -> int:
    rows = tuple(_row(year, number, each, dice) for number in range(ROWS))
    themes = tuple(
        ThemeDraft(str(at + 1), f"Theme {at + 1}", rows[at * 8 : at * 8 + 8]) for at in range(ROWS // 8)
    )
    plan = PlanDraft(f"Safer Places Action Plan {year}", str(year), themes, COLUMNS)
    with transaction.atomic():
        source = PlanSource(None, timezone.now())
        return write_plan(viewer, plan, PartyBook.of(viewer.partnership_id), source)


def _row(year: PlanYear, number: int, each: int, dice: Random) -> RowDraft:
    told = [UpdateDraft(_words(dice), str(quarter)) for quarter in year.quarters for _ in range(each)]
    if year.first == LAST_YEAR:
        told = [update for update in told if not update.period or not update.period.endswith("Q4")]
    row = RowDraft(
        key=f"r{number}",
        ref=f"{number // 8 + 1}.{number % 8 + 1}",
        objective=f"{_words(dice, 8).capitalize()}",
        actions=(_words(dice, 14), _words(dice, 12)),
        measures=(_words(dice, 6),),
        lead_agencies=(AGENCIES[number % len(AGENCIES)],),
    )
    return replace(row, updates=tuple(told))


def _words(dice: Random, length: int = 45) -> str:
    return " ".join(
        str(dice.randint(2, 90)) if dice.random() < 0.08 else dice.choice(WORDS) for _ in range(length)
    )


def _visitors(viewer: Viewer, plan_id: int, place: str) -> list[dict[str, object]]:
    today = timezone.localdate()
    round_id = open_round(
        viewer,
        plan_id=plan_id,
        period=f"{PlanYear(LAST_YEAR)} Q4",
        opens_on=today,
        due_on=today + timedelta(days=20),
    )
    objectives = [row.key for row in plan_content(viewer, plan_id).plan.rows]
    shown = {"plan": plan_id, "round": round_id, "objectives": objectives}
    found = [{"cookie": _session(f"coordinator@{place}.example"), "is_lead": False, **shown}]
    for of_agency in Return.objects.filter(round_id=round_id).select_related("agency"):
        boxes = [line.box.key for line in return_page(viewer, of_agency.pk).lines]
        cookie = _session(_email(of_agency.agency.name, place))
        found.append({"cookie": cookie, "is_lead": True, "return": of_agency.pk, "boxes": boxes, **shown})
    return found


def _session(email: str) -> str:
    person = Person.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    main(sys.argv[1:])
