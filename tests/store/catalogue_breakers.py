"""What breaks the constraints of layouts, status schemes, indicators and statuses that were set."""

from uuid import uuid4

from django.utils import timezone

from jointaction.store import models


def _named_twice(kind):
    def break_it(alder):
        kind.objects.create(partnership=alder, name="Ours")
        kind.objects.create(partnership=alder, name="OURS")

    return break_it


def indicator_code_once_in_partnership(alder):
    for code in ("S-A1", "s-a1"):
        models.Indicator.objects.create(partnership=alder, scheme="Local", code=code, title="Sheds")


def status_period_is_a_period(alder):
    plan = models.Plan.objects.create(
        partnership=alder, title="Safer Sheds", year_first=2031, accepted_at=timezone.now()
    )
    theme = models.Theme.objects.create(plan=plan, position=0)
    objective = models.Objective.objects.create(theme=theme, position=0)
    person = models.Person.objects.create(email=f"{uuid4().hex}@alder.example", name="Ada Fenn")
    models.StatusSet.objects.create(
        objective=objective,
        period="soon",
        status="fine",
        set_by=person,
        set_by_name=person.name,
        set_at=timezone.now(),
    )


BREAKERS = {
    "layout_named_once_in_partnership": _named_twice(models.Layout),
    "scheme_named_once_in_partnership": _named_twice(models.StatusScheme),
    "indicator_code_once_in_partnership": indicator_code_once_in_partnership,
    "status_period_is_a_period": status_period_is_a_period,
}
