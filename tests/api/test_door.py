"""Who comes in, how often, and that a browser's session opens nothing."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from jointaction.domain.access import Role
from jointaction.store.models import Membership, Person, Token
from tests import factories
from tests.api.caller import ROOT, Caller, token_of
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "sent", ["", "Bearer", "Bearer ", "Bearer x", "Basic {}", "Token {}", "{}", "Bearer {}x"]
)
def test_anything_but_a_whole_token_is_refused_in_the_same_words(viewer, sent):
    refused = Client().get(f"{ROOT}/plans", headers={"Authorization": sent.format(token_of(viewer))})
    nothing = Client().get(f"{ROOT}/plans")
    assert (refused.status_code, refused["WWW-Authenticate"]) == (401, "Bearer")
    assert refused.content == nothing.content


def test_the_word_bearer_may_be_written_as_one_likes(viewer):
    for word in ("Bearer", "bearer", "BEARER"):
        headers = {"Authorization": f"{word} {token_of(viewer)}"}
        assert Client().get(f"{ROOT}/plans", headers=headers).status_code == 200


def test_a_token_in_the_address_opens_nothing(viewer):
    assert Client().get(f"{ROOT}/plans?token={token_of(viewer)}&access_token=x").status_code == 401


def test_a_session_with_a_good_csrf_token_writes_nothing(viewer):
    import_id = factories.import_in_review(viewer)
    browser = Client()
    browser.force_login(Person.objects.get(pk=viewer.person_id))
    headers = {"If-Match": '"1"', "Origin": "http://testserver"}
    with entries() as added:
        response = browser.post(f"{ROOT}/imports/{import_id}/accept", headers=headers)
    assert (response.status_code, added) == (401, [])


def test_a_token_needs_no_cookie_and_sets_none(viewer):
    client = Client()
    response = client.get(f"{ROOT}/plans", headers={"Authorization": f"Bearer {token_of(viewer)}"})
    assert (response.status_code, dict(client.cookies)) == (200, {})


def test_disabling_somebody_shuts_their_programs_out_at_the_next_request(viewer):
    call = Caller.of(viewer)
    assert call.get("/plans").status_code == 200
    Person.objects.filter(pk=viewer.person_id).update(is_active=False)
    assert call.get("/plans").status_code == 401


def test_a_new_role_is_the_program_s_role_at_the_next_request(viewer):
    call = Caller.of(viewer)
    assert call.get("/imports").status_code == 200
    Membership.objects.filter(person_id=viewer.person_id).update(role=Role.ANALYST.value)
    assert call.get("/imports").status_code == 403


def test_a_token_has_its_share_of_requests_a_minute_and_is_told_when_to_come_again(viewer, settings):
    settings.API_REQUESTS_A_MINUTE = 3
    call, other = Caller.of(viewer), Caller.of(viewer)
    answers = [call.get("/me") for _ in range(12)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert 9 >= len(refused) >= 6  # fewer where a minute ended meanwhile
    assert 1 <= int(refused[0]["Retry-After"]) <= 60
    assert refused[0]["Content-Type"] == "application/problem+json"
    assert other.get("/me").status_code == 200


def test_a_wrong_token_costs_nobody_their_share(viewer, settings):
    settings.API_REQUESTS_A_MINUTE = 1
    token_of(viewer)
    for _ in range(5):
        assert Caller("ja_" + "x" * 43).get("/me").status_code == 401


def test_a_cache_that_forgets_lets_requests_through(viewer, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    cache.clear()
    assert Caller.of(viewer).get("/me").status_code == 200


def test_the_last_use_is_noted(viewer):
    before = timezone.now()
    Caller.of(viewer).get("/plans")
    assert Token.objects.get().last_used_at >= before
