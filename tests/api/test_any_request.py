"""Whatever a program sends, the answer is one the description tells, and never a fault of ours."""

import json
from urllib.parse import quote

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jointaction.api.description import description
from tests import factories
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
wild = st.one_of(
    st.text(max_size=20),
    st.integers().map(str),
    st.sampled_from(["1", "2", "r2", "settle", "csv", "0", "\x00", "..", "%", "é", "9" * 30, "2031-32 Q4"]),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("2031-32"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("objective", "actions", "updates", "notes", "ref", "title", "year", "is_public", "as_correction")
bodies = st.none() | values | st.dictionaries(st.sampled_from(FIELDS), values, max_size=4)
versions = st.sampled_from([None, "1", "1-partnership", "2", "x" * 50, "é"]) | st.integers()


@pytest.fixture
def call():
    viewer = factories.alder_vale()
    factories.accepted_plan(viewer)
    factories.import_in_review(viewer)
    return Caller.of(viewer)


def operations():
    """Every operation, as a strategy; not made before it is wanted, for a description takes its time."""
    return st.sampled_from(
        [
            (path, method.upper(), operation)
            for path, methods in description()["paths"].items()
            for method, operation in methods.items()
        ]
    )


def filled(path, parts):
    for part in parts:
        before, _, after = path.partition("{")
        if not after:
            break
        path = before + quote(part, safe="") + after.partition("}")[2]
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.deferred(operations),
    st.lists(wild, min_size=3, max_size=3),
    st.dictionaries(
        st.sampled_from(["page", "size", "thing", "thing_id", "period", "words"]), wild, max_size=3
    ),
    bodies,
    versions,
)
def test_any_request_gets_an_answer_the_description_tells(call, asked, parts, query, body, version):
    path, method, operation = asked
    where = filled(path, parts) + "?" + "&".join(f"{name}={quote(value)}" for name, value in query.items())
    headers = {} if version is None else {"If-Match": f'"{version}"'}
    with transaction.atomic():
        response = call(method, where, None if method == "GET" else as_sent(body), **headers)
        transaction.set_rollback(True)
    assert response.status_code < 500
    if response.status_code not in {404, 405}:
        assert response.status_code in {int(status) for status in operation["responses"]}
    if response.status_code >= 400:
        assert set(json.loads(response.content)) == {"type", "title", "status", "detail", "problems"}


def as_sent(body):
    """The body as JSON; what JSON cannot say (NaN, lone surrogates) goes as Python writes it."""
    return None if body is None else json.dumps(body).encode()
