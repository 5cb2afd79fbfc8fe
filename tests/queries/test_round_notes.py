"""The paper says who sent no words, and why."""

import pytest

from jointaction.changes.returns.opening import close_round
from jointaction.changes.returns.steps import submit_return
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.round_notes import round_notes
from jointaction.store.models import Plan
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


def test_nil_returns_and_silence_stand_in_the_paper():
    coordinator = factories.alder_vale()
    round_id = rounds.a_round(coordinator)
    plan_id = Plan.objects.get().pk
    assert round_notes(coordinator, plan_id, rounds.PERIOD) == ()
    submit_return(rounds.police(), return_id=rounds.return_of(round_id), is_nil=True)
    close_round(coordinator, round_id=round_id, version=1)
    nil, silent = monitoring_paper(coordinator, plan_id, rounds.PERIOD).paper.notes[-2:]
    assert nil == "Nothing to report (nil return) from Alder Constabulary."
    assert silent.startswith("No update received from Alder Vale District Council")


def test_another_partnership_learns_nothing_of_it():
    coordinator = factories.alder_vale()
    round_id = rounds.a_round(coordinator)
    submit_return(rounds.police(), return_id=rounds.return_of(round_id), is_nil=True)
    assert round_notes(factories.whitmoor(), Plan.objects.get().pk, rounds.PERIOD) == ()
