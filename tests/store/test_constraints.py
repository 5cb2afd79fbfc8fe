"""Every constraint of the database is broken once, and the database says no."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from jointaction.store import models
from tests import factories
from tests.store import catalogue_breakers, chasing_breakers, paper_breakers, plan_breakers, return_breakers

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LONG = timedelta(days=90)
MADE = {"uploaded_at": NOW, "size_bytes": 1, "name": "plan.docx"}


@pytest.fixture
def alder():
    return models.Partnership.objects.create(name="Alder Vale", slug="alder-vale")


def document(alder, sha256="a" * 64):
    return models.SourceDocument.objects.create(partnership=alder, sha256=sha256, **MADE)


def started(alder, **fields):
    fields = {"idempotency_key": uuid4(), "started_at": NOW, "draft": "{}"} | fields
    return models.Import.objects.create(
        partnership=alder, document=document(alder, uuid4().hex * 2), **fields
    )


def plan(alder, **fields):
    fields = {"title": "Safer Sheds", "year_first": 2031, "accepted_at": NOW} | fields
    return models.Plan.objects.create(partnership=alder, **fields)


def theme(alder, **fields):
    return models.Theme.objects.create(plan=plan(alder), position=0, **fields)


def objective(alder):
    return models.Objective.objects.create(theme=theme(alder), position=0)


def person(email="ada@alder.example"):
    return models.Person.objects.create(email=email, name="Ada Fenn")


def named_twice(kind):
    def break_it(alder):
        kind.objects.create(partnership=alder, name="Night Group")
        kind.objects.create(partnership=alder, name="NIGHT group")

    return break_it


def person_email_once(alder):
    person("ada@alder.example")
    person("ADA@alder.example")


def one_membership_per_partnership(alder):
    ada = person()
    models.Membership.objects.create(partnership=alder, person=ada, role="analyst")
    models.Membership.objects.create(partnership=alder, person=ada, role="coordinator")


def membership_role_known(alder):
    models.Membership.objects.create(partnership=alder, person=person(), role="public")


def invited(alder, email="bea@alder.example", **fields):
    made_by = models.Person.objects.first() or person("ada@alder.example")
    fields = {"role": "analyst", "secret_sha256": uuid4().hex, "expires_at": NOW} | fields
    return models.Invitation.objects.create(
        partnership=alder, name="Bea Marsh", email=email, made_by=made_by, **fields
    )


def one_open_invitation_per_address(alder):
    invited(alder)
    invited(alder, "BEA@alder.example")


def invitation_role_known(alder):
    invited(alder, role="public")


def invitation_used_or_revoked(alder):
    invited(alder, used_at=NOW, revoked_at=NOW)


def token(alder, **fields):
    owner = models.Person.objects.first() or person("ada@alder.example")
    fields = {"secret_sha256": uuid4().hex * 2, "idempotency_key": uuid4(), "expires_at": NOW + LONG} | fields
    return models.Token.objects.create(
        partnership=alder, person=owner, name="Sheet", hint="ja_1", scopes=[], made_at=NOW, **fields
    )


def token_made_once(alder):
    key = uuid4()
    token(alder, idempotency_key=key)
    token(alder, idempotency_key=key)


def token_sha256_hex(alder):
    token(alder, secret_sha256="secret")


def token_expires_after_made(alder):
    token(alder, expires_at=NOW)


def continues(earlier, later):
    confirmed_by = models.Person.objects.first() or person()
    models.Continuation.objects.create(
        earlier=earlier, later=later, confirmed_by=confirmed_by, confirmed_at=NOW
    )


def question_settled_once(alder):
    person = models.Person.objects.create(email="settles@alder.example", name="Settles")
    for _ in range(2):
        models.SettledQuestion.objects.create(
            partnership=alder,
            key="f" * 20,
            kind="stale",
            quote="In Q2",
            reason="Known",
            settled_by=person,
            settled_at=timezone.now(),
        )


def continuation_once(alder):
    one, other = objective(alder), objective(alder)
    continues(one, other)
    continues(one, other)


def continuation_of_another(alder):
    one = objective(alder)
    continues(one, one)


def document_kept_once_in_partnership(alder):
    document(alder)
    document(alder)


def document_sha256_hex(alder):
    document(alder, "A" * 64)


def import_started_once(alder):
    key = uuid4()
    started(alder, idempotency_key=key)
    started(alder, idempotency_key=key)


def import_state_known(alder):
    started(alder, state="lost")


def import_in_review_has_draft(alder):
    started(alder, state="waiting for review", draft="")


def plan_year_is_a_year(alder):
    plan(alder, year_first=1989)


def theme_position_once(alder):
    whole = plan(alder)
    for _ in range(2):
        models.Theme.objects.create(plan=whole, position=3)


def objective_position_once(alder):
    whole = theme(alder)
    for _ in range(2):
        models.Objective.objects.create(theme=whole, position=3)


def party_is_agency_or_group(alder):
    both = {
        "agency": models.Agency.objects.create(partnership=alder, name="Council"),
        "group": models.Group.objects.create(partnership=alder, name="Council"),
    }
    models.Party.objects.create(
        objective=objective(alder), position=0, text="Council", part="support", **both
    )


def origin_confidence_0_to_1(alder):
    models.Origin.objects.create(
        objective=objective(alder), position=0, field="ref", source_text="1", confidence=1.01
    )


def update_period_is_a_period(alder):
    models.Update.objects.create(objective=objective(alder), position=0, text="Held", period="2031-32 Q5")


def an_update(alder):
    return models.Update.objects.create(objective=objective(alder), position=0, text="14 held")


def figure(alder, update=None, **fields):
    fields = {"position": 0, "quote": "14 held", "value_text": "14", "value": 14, "what": "held"} | fields
    return models.StatedFigure.objects.create(
        of_update=update or an_update(alder), **({"unit": "count"} | fields)
    )


def figure_position_once(alder):
    update = an_update(alder)
    figure(alder, update)
    figure(alder, update)


def figure_unit_known(alder):
    figure(alder, unit="furlongs")


def local_word_once(alder):
    models.LocalWord.objects.create(partnership=alder, kind="people", word="Ada Fenn")
    models.LocalWord.objects.create(partnership=alder, kind="people", word="ADA fenn")


def local_word_kind_known(alder):
    models.LocalWord.objects.create(partnership=alder, kind="ships", word="Blue Barge")


def audit_sequence_once(alder):
    for _ in range(2):
        models.AuditEntry.objects.create(
            partnership_id=alder.pk,
            sequence=1,
            at=NOW,
            person="Ada",
            action="look",
            thing="plan",
            thing_id="1",
        )


BREAKERS = (
    {
        breaker.__name__: breaker
        for breaker in (
            person_email_once,
            one_membership_per_partnership,
            membership_role_known,
            one_open_invitation_per_address,
            invitation_role_known,
            invitation_used_or_revoked,
            token_made_once,
            token_sha256_hex,
            token_expires_after_made,
            continuation_once,
            continuation_of_another,
            question_settled_once,
            document_kept_once_in_partnership,
            document_sha256_hex,
            import_started_once,
            import_state_known,
            import_in_review_has_draft,
            plan_year_is_a_year,
            theme_position_once,
            objective_position_once,
            party_is_agency_or_group,
            origin_confidence_0_to_1,
            update_period_is_a_period,
            figure_position_once,
            figure_unit_known,
            local_word_once,
            local_word_kind_known,
            audit_sequence_once,
        )
    }
    | catalogue_breakers.BREAKERS
    | chasing_breakers.BREAKERS
    | paper_breakers.BREAKERS
    | plan_breakers.BREAKERS
    | return_breakers.BREAKERS
    | {
        "agency_named_once_in_partnership": named_twice(models.Agency),
        "group_named_once_in_partnership": named_twice(models.Group),
        "area_named_once_in_partnership": named_twice(models.Area),
    }
)


def test_every_constraint_of_the_tables_is_tried_here():
    tables = apps.get_app_config("store").get_models()
    declared = {constraint.name for table in tables for constraint in table._meta.constraints}
    assert declared == set(BREAKERS)


@pytest.mark.parametrize("name", sorted(BREAKERS))
def test_the_database_refuses_what_breaks_its_constraint(alder, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BREAKERS[name](alder)


@pytest.mark.parametrize("wrong", [{"year_first": 2101}, {"years": 0}, {"years": 11}])
def test_a_plan_of_an_impossible_year_is_refused(alder, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        plan(alder, **wrong)


@pytest.mark.parametrize("field", ["name", "slug"])
def test_two_partnerships_differ_in_name_and_slug(alder, field):
    other = {"name": "Whitmoor", "slug": "whitmoor"} | {field: getattr(alder, field)}
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Partnership.objects.create(**other)


def test_two_partnerships_may_each_have_an_agency_of_the_same_name_and_keep_the_same_file(alder):
    other = models.Partnership.objects.create(name="Whitmoor", slug="whitmoor")
    for place in (alder, other):
        models.Agency.objects.create(partnership=place, name="Library Service")
        document(place)
    assert models.Agency.objects.count() == models.SourceDocument.objects.count() == 2


def test_every_period_the_domain_can_write_is_taken(alder):
    row = objective(alder)
    for position, period in enumerate(("2031-32", "1999-00", "2031-32 Q1", None)):
        models.Update.objects.create(objective=row, position=position, text="Held", period=period)
    assert row.update_set.count() == 4


def test_each_thing_says_what_it_is():
    viewer = factories.alder_vale()
    plan_id = factories.accepted_plan(viewer)
    said = {kind.__name__: str(kind.objects.first()) for kind in apps.get_app_config("store").get_models()}
    assert said["Plan"] == str(models.Plan.objects.get(pk=plan_id)) == "Safer Sheds"
    assert said["Objective"] == "1.1 Fewer sheds are broken into"
    assert said["Import"] == "plan.docx: accepted"
    assert not [name for name, words in said.items() if " object (" in words or not words]


@pytest.mark.parametrize("closed", ["used_at", "revoked_at"])
def test_somebody_can_be_invited_again_once_the_first_invitation_is_closed(alder, closed):
    invited(alder, **{closed: NOW})
    assert invited(alder).pk
