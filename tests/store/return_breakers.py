"""What breaks each constraint of the tables of rounds and returns."""

from datetime import date, timedelta

from jointaction.store import models
from tests.store.chasing_breakers import NOW, a_return, agency, person


def another_round(alder, **fields):
    first = a_return(alder).round
    fields = {
        "plan": first.plan,
        "period": "2032-33 Q1",
        "opens_on": date(2032, 7, 1),
        "due_on": date(2032, 7, 21),
    } | fields
    return models.Round.objects.create(partnership=alder, opened_by=person(), opened_at=NOW, **fields)


def round_once_a_period(alder):
    another_round(alder, period="2031-32 Q4")


def round_due_after_opening(alder):
    another_round(alder, due_on=date(2032, 6, 30))


def round_state_known(alder):
    another_round(alder, state="ajar")


def round_period_is_a_period(alder):
    another_round(alder, period="2032-33 Q5")


def return_once_an_agency(alder):
    first = a_return(alder)
    models.Return.objects.create(round=first.round, agency=first.agency)


def return_state_known(alder):
    first = a_return(alder)
    models.Return.objects.create(round=first.round, agency=agency(alder, "Library Service"), state="lost")


def an_answer(alder, of_return=None, objective=None, **fields):
    of_return = of_return or a_return(alder)
    if objective is None:
        theme = models.Theme.objects.create(plan=of_return.round.plan, position=0)
        objective = models.Objective.objects.create(theme=theme, position=0)
    fields = {"saved_at": NOW, "saved_by": "Ann Reed"} | fields
    return models.Answer.objects.create(of_return=of_return, objective=objective, **fields)


def answer_once_an_objective(alder):
    first = an_answer(alder)
    an_answer(alder, first.of_return, first.objective)


def answer_once_an_area(alder):
    area = models.Area.objects.create(partnership=alder, name="Wharf End")
    first = an_answer(alder, area=area)
    an_answer(alder, first.of_return, first.objective, area=area)


def evidence(answer, sha256="a" * 64):
    fields = {"media_type": "image/png", "size_bytes": 1, "added_by": "Ann Reed", "added_at": NOW}
    return models.Evidence.objects.create(answer=answer, name="fair.png", sha256=sha256, **fields)


def evidence_once_an_answer(alder):
    answer = an_answer(alder)
    evidence(answer)
    evidence(answer)


def evidence_sha256_hex(alder):
    evidence(an_answer(alder), sha256="A" * 64)


def link(alder, **fields):
    fields = {"sha256": "a" * 64, "made_at": NOW, "expires_at": NOW + timedelta(days=1)} | fields
    return models.ReturnLink.objects.create(of_return=a_return(alder), **fields)


def link_sha256_hex(alder):
    link(alder, sha256="x" * 64)


def link_expires_after_made(alder):
    link(alder, expires_at=NOW)


BREAKERS = {
    breaker.__name__: breaker
    for breaker in (
        round_once_a_period,
        round_due_after_opening,
        round_state_known,
        round_period_is_a_period,
        return_once_an_agency,
        return_state_known,
        answer_once_an_objective,
        answer_once_an_area,
        evidence_once_an_answer,
        evidence_sha256_hex,
        link_sha256_hex,
        link_expires_after_made,
    )
}
