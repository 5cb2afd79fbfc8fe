"""A round on the usual plan, and what the tests of returns do with it again and again."""

from dataclasses import replace
from datetime import date

from jointaction.changes.returns.answers import save_answer
from jointaction.changes.returns.opening import open_round
from jointaction.domain.access import Role
from jointaction.domain.answers import AnswerWords
from jointaction.domain.statuses import Colour, Shape, Status, StatusScheme
from jointaction.queries.returns import return_page
from jointaction.queries.shapes import stored_scheme
from jointaction.store.models import Plan, Return
from tests import factories
from tests.made_once import made_once

PERIOD = "2032-33 Q1"
OPENS, DUE = date(2032, 7, 1), date(2032, 7, 21)
SCHEME = StatusScheme(
    "three",
    "Three words",
    (
        Status("on-track", "On track", Shape.CIRCLE, Colour.GREEN, rank=3),
        Status("at-risk", "At risk", Shape.TRIANGLE, Colour.AMBER, rank=2),
    ),
)


@made_once
def a_plan_of_two_years(coordinator):
    """The usual plan, running on into the year the round is for; returns its id."""
    plan_id = factories.accepted_plan(coordinator, factories.in_year(factories.a_draft(), "2031-33"))
    Plan.objects.filter(pk=plan_id).update(scheme=stored_scheme(SCHEME))
    return plan_id


@made_once
def a_round(coordinator, plan_id=None):
    """An open round on the usual plan; returns its id."""
    plan_id = plan_id or a_plan_of_two_years(coordinator)
    return open_round(coordinator, plan_id=plan_id, period=PERIOD, opens_on=OPENS, due_on=DUE)


@made_once
def return_of(round_id, agency="Alder Constabulary"):
    """The id of an agency's return."""
    return Return.objects.get(round_id=round_id, agency__name=agency).pk


def police(**narrowed):
    """The police's agency lead."""
    return replace(factories.member(Role.AGENCY_LEAD), **narrowed)


def lines(viewer, return_id):
    """The boxes of a return."""
    return return_page(viewer, return_id).lines


def answer(viewer, return_id, text="Four fairs held", *, at=0, version=None, **words):
    """Write in one box of a return; returns its version then."""
    line = lines(viewer, return_id)[at]
    return save_answer(
        viewer,
        return_id=return_id,
        objective_id=line.box.objective_id,
        area_id=line.box.area_id,
        words=AnswerWords(text, **words),
        version=line.version if version is None else version,
    )


def version_of(return_id):
    """How a return stands now."""
    return Return.objects.values_list("version", flat=True).get(pk=return_id)
