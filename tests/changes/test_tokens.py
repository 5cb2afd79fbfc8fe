from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jointaction.changes.tokens import NOTED_EVERY, TokenWish, end_token, make_token, note_use
from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Role
from jointaction.domain.plans import ProblemsError
from jointaction.domain.tokens import MOST_TOKENS, Scope, secret_hash
from jointaction.queries.tokens import program_with, tokens_page
from jointaction.store.models import Person, Token
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
WISH = TokenWish("Nightly report", frozenset({Scope.PLANS}), 30)


def made(viewer, wish=WISH):
    return make_token(viewer, wish, idempotency_key=uuid4())


def opens(secret):
    return program_with(secret, now=timezone.now())


def test_a_token_opens_for_its_person_narrowed_to_its_scopes():
    viewer = factories.alder_vale()
    program = opens(made(viewer).secret)
    assert (program.viewer.person_id, program.viewer.partnership_id) == (
        viewer.person_id,
        viewer.partnership_id,
    )
    assert program.viewer.permissions == Scope.PLANS.permissions
    assert program.viewer.name == f"{viewer.name}, by program Nightly report"


def test_only_the_hash_of_a_secret_is_kept():
    secret = made(factories.alder_vale()).secret
    token = Token.objects.get()
    assert token.secret_sha256 == secret_hash(secret)
    kept = [str(value) for value in Token.objects.values_list().get()]
    assert not [value for value in kept if secret[10:] in value]


def test_making_and_ending_stand_in_the_history_without_the_secret():
    viewer = factories.alder_vale()
    with entries() as added:
        token = made(viewer)
        end_token(viewer, token_id=token.token_id)
    assert [entry.action for entry in added] == ["make token", "end token"]
    assert not [entry for entry in added if token.secret in entry.summary + entry.before + entry.after]


def test_an_ended_token_opens_nothing_and_ending_it_again_finds_nothing():
    viewer = factories.alder_vale()
    token = made(viewer)
    end_token(viewer, token_id=token.token_id)
    assert opens(token.secret) is None
    with entries() as added, pytest.raises(NotVisibleError):
        end_token(viewer, token_id=token.token_id)
    assert added == []


def test_a_token_opens_until_the_moment_it_expires():
    token = made(factories.alder_vale())
    assert program_with(token.secret, now=token.expires_at - timedelta(seconds=1))
    assert program_with(token.secret, now=token.expires_at) is None


def test_a_disabled_person_s_token_opens_nothing_from_the_next_request_on():
    viewer = factories.alder_vale()
    secret = made(viewer).secret
    assert opens(secret)
    Person.objects.filter(pk=viewer.person_id).update(is_active=False)
    assert opens(secret) is None


def test_a_former_member_s_token_opens_nothing_not_even_where_they_still_are_a_member():
    here, there = factories.alder_vale(), factories.whitmoor()
    secret = made(replace(here, person_id=there.person_id)).secret
    assert opens(secret) is None


def test_a_token_shrinks_with_the_person_s_role():
    factories.alder_vale()
    councillor = factories.member(Role.COUNCILLOR)
    secret = made(replace(councillor, role=Role.COORDINATOR), replace(WISH, scopes=frozenset(Scope))).secret
    assert Permission.IMPORT_PLANS not in opens(secret).viewer.permissions


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (replace(WISH, name=" "), "name"),
        (replace(WISH, name="x" * 61), "name"),
        (replace(WISH, scopes=frozenset()), "scopes"),
        (replace(WISH, scopes=frozenset({Scope.IMPORTS})), "scopes"),
        (replace(WISH, days=366), "days"),
        (replace(WISH, days=0), "days"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_refused_by_its_field(wish, field):
    factories.alder_vale()
    with pytest.raises(ProblemsError) as refused:
        made(factories.member(Role.COUNCILLOR), wish)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not Token.objects.exists()


def test_a_person_has_so_many_tokens_and_no_more():
    viewer = factories.alder_vale()
    for _ in range(MOST_TOKENS):
        token = made(viewer)
    with pytest.raises(ProblemsError, match="End one"):
        made(viewer)
    end_token(viewer, token_id=token.token_id)
    assert made(viewer).secret


def test_the_same_form_sent_twice_makes_one_token_and_shows_it_once():
    viewer, key = factories.alder_vale(), uuid4()
    first = make_token(viewer, WISH, idempotency_key=key)
    again = make_token(viewer, WISH, idempotency_key=key)
    assert (again.token_id, again.secret) == (first.token_id, None)
    assert Token.objects.count() == 1


def test_somebody_else_s_key_is_not_taken_for_the_same_form():
    viewer, key = factories.alder_vale(), uuid4()
    make_token(viewer, WISH, idempotency_key=key)
    with pytest.raises(ProblemsError):
        make_token(factories.member(Role.COUNCILLOR), WISH, idempotency_key=key)


def test_the_public_and_programs_make_and_end_no_tokens():
    viewer = factories.alder_vale()
    token = made(viewer)
    for nobody in (factories.public(viewer), opens(token.secret).viewer):
        with pytest.raises(NotAllowedError):
            made(nobody)
        with pytest.raises(NotAllowedError):
            end_token(nobody, token_id=token.token_id)


def test_who_manages_people_ends_everybody_s_tokens_and_others_only_their_own():
    coordinator, stranger = factories.alder_vale(), factories.whitmoor()
    councillor = factories.member(Role.COUNCILLOR)
    token, other = made(councillor), made(coordinator)
    for who, whose in ((councillor, other), (stranger, token)):
        with pytest.raises(NotVisibleError):
            end_token(who, token_id=whose.token_id)
    page = tokens_page(coordinator, now=timezone.now())
    assert [line.id for line in page.own] == [other.token_id]
    assert [line.id for line in page.others] == [token.token_id]
    assert [line.id for line in tokens_page(councillor, now=timezone.now()).own] == [token.token_id]
    end_token(coordinator, token_id=token.token_id)
    assert opens(token.secret) is None


def test_a_use_is_noted_but_not_each_time():
    token = made(factories.alder_vale())
    first = timezone.now()
    for moment in (first, first + NOTED_EVERY / 2):
        note_use(token.token_id, now=moment)
    assert Token.objects.get().last_used_at == first
    later = first + NOTED_EVERY * 2
    note_use(token.token_id, now=later)
    assert Token.objects.get().last_used_at == later


@pytest.mark.parametrize(
    "wrong", [{"secret_sha256": "short"}, {"expires_at": timezone.now() - timedelta(days=400)}]
)
def test_the_database_itself_refuses_a_token_out_of_shape(wrong):
    made(factories.alder_vale())
    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.update(**wrong)
