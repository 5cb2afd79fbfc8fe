"""What breaks the constraints of a plan's life: its states, amendments, strands and endings."""

from uuid import uuid4

from django.utils import timezone

from jointaction.store import models

NOW = timezone.now()


def _plan(alder, **fields):
    fields = {"title": "Safer Wharves", "year_first": 2031, "accepted_at": NOW} | fields
    return models.Plan.objects.create(partnership=alder, **fields)


def _theme(alder, position=0, **fields):
    plan = fields.pop("plan", None) or _plan(alder)
    return models.Theme.objects.create(plan=plan, position=position, **fields)


def _objective(alder, position=0, **fields):
    theme = fields.pop("theme", None) or _theme(alder)
    return models.Objective.objects.create(theme=theme, position=position, **fields)


def _person():
    return models.Person.objects.create(email=f"{uuid4().hex}@alder.example", name="Ada Fenn")


def plan_made_once(alder):
    key = uuid4()
    for _ in range(2):
        _plan(alder, idempotency_key=key)


def plan_state_known(alder):
    _plan(alder, state="lost")


def theme_made_once(alder):
    plan, key = _plan(alder), uuid4()
    for position in range(2):
        _theme(alder, position, plan=plan, idempotency_key=key)


def objective_made_once(alder):
    theme, key = _theme(alder), uuid4()
    for position in range(2):
        _objective(alder, position, theme=theme, idempotency_key=key)


def funding_kind_known(alder):
    _objective(alder, funding_kind="found on the street")


def cost_planned_not_below_zero(alder):
    _objective(alder, cost_planned=-1)


def cost_spent_not_below_zero(alder):
    _objective(alder, cost_spent="-0.01")


def amendment_number_once(alder):
    plan, person = _plan(alder), _person()
    for _ in range(2):
        models.Amendment.objects.create(plan=plan, number=1, reason="Agreed", made_by=person, made_at=NOW)


def strand_once_in_theme(alder):
    theme = _theme(alder)
    for _ in range(2):
        models.ThemeStrand.objects.create(theme=theme, strand="re-offending")


def strand_known(alder):
    models.ThemeStrand.objects.create(theme=_theme(alder), strand="weather")


def _ending(alder, **fields):
    models.ObjectiveEnding.objects.create(
        objective=_objective(alder), decided_by=_person(), decided_at=NOW, **fields
    )


def ending_known(alder):
    _ending(alder, ending="forgotten", reason="Nobody knows")


def closed_with_a_reason(alder):
    _ending(alder, ending="closed")


BREAKERS = {
    breaker.__name__: breaker
    for breaker in (
        plan_made_once,
        plan_state_known,
        theme_made_once,
        objective_made_once,
        funding_kind_known,
        cost_planned_not_below_zero,
        cost_spent_not_below_zero,
        amendment_number_once,
        strand_once_in_theme,
        strand_known,
        ending_known,
        closed_with_a_reason,
    )
}
