"""What breaks each constraint of the tables of chasing, sheets and the calendar."""

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from jointaction.store import models

NOW = timezone.now()


def agency(alder, name="Constabulary"):
    return models.Agency.objects.get_or_create(partnership=alder, name=name)[0]


def person(email="ann@alder.example"):
    return models.Person.objects.get_or_create(email=email, defaults={"name": "Ann Reed"})[0]


def a_return(alder):
    plan = models.Plan.objects.create(
        partnership=alder, title="Safer Sheds", year_first=2031, accepted_at=NOW
    )
    opened = models.Round.objects.create(
        partnership=alder,
        plan=plan,
        period="2031-32 Q4",
        opens_on=date(2032, 4, 1),
        due_on=date(2032, 4, 23),
        opened_by=person(),
        opened_at=NOW,
    )
    return models.Return.objects.create(round=opened, agency=agency(alder))


def contact_once_an_agency(alder):
    for email in ("ann@police.example", "ANN@police.example"):
        models.Contact.objects.create(agency=agency(alder), name="Ann Reed", email=email)


def step(alder, **fields):
    fields = {"days": -7, "audience": "the named senior", "subject": "Due", "body": "Due."} | fields
    return models.ChaseStep.objects.create(partnership=alder, **fields)


def chase_step_once(alder):
    step(alder)
    step(alder)


def chase_audience_known(alder):
    step(alder, audience="everybody")


def chase_days_within_60(alder):
    step(alder, days=61)


def mail_made_once(alder):
    for _ in range(2):
        models.OutgoingMail.objects.create(
            partnership=alder,
            key="chase/1",
            to_name="Ann",
            to_email="ann@police.example",
            subject="Due",
            body="Due.",
            made_at=NOW,
        )


def meeting(alder, **fields):
    fields = {"title": "JAG", "starts_at": NOW, "idempotency_key": uuid4()} | fields
    return models.Meeting.objects.create(partnership=alder, **fields)


def meeting_made_once(alder):
    key = uuid4()
    meeting(alder, idempotency_key=key)
    meeting(alder, idempotency_key=key)


def meeting_lasts(alder):
    meeting(alder, minutes=4)


def feed(alder, **fields):
    fields = {"sha256": uuid4().hex * 2} | fields
    return models.FeedAddress.objects.create(partnership=alder, person=person(), made_at=NOW, **fields)


def feed_once_a_person(alder):
    feed(alder, ended_at=NOW + timedelta(days=1))
    feed(alder)
    feed(alder)


def feed_sha256_hex(alder):
    feed(alder, sha256="secret")


def sheet_sha256_hex(alder):
    models.ReturnSheet.objects.create(
        of_return=a_return(alder),
        name="return.docx",
        sha256="A" * 64,
        size_bytes=1,
        reading="{}",
        brought_by="Ann",
        brought_at=NOW,
    )


BREAKERS = {
    breaker.__name__: breaker
    for breaker in (
        contact_once_an_agency,
        chase_step_once,
        chase_audience_known,
        chase_days_within_60,
        mail_made_once,
        meeting_made_once,
        meeting_lasts,
        feed_once_a_person,
        feed_sha256_hex,
        sheet_sha256_hex,
    )
}
