"""The processor time that the pages of a large plan take (make bench)."""

from collections.abc import Callable
from time import process_time

import pytest
from django.test import Client

from jointaction.domain.access import Role
from jointaction.store.models import Person
from tests.factories import accepted_plan, alder_vale, email, large_draft

pytestmark = [pytest.mark.bench, pytest.mark.django_db]
ROUNDS = 15


def median_ms(action: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        action()
        times.append((process_time() - start) * 1000)
    return sorted(times)[ROUNDS // 2]


@pytest.mark.parametrize(("rows", "most_ms"), [(80, 200), (500, 1200)])
def test_a_plan_page_is_quick(rows: int, most_ms: int, capsys: pytest.CaptureFixture[str]) -> None:
    plan_id = accepted_plan(alder_vale(), large_draft(rows))
    client = Client()
    client.force_login(Person.objects.get(email=email(Role.COORDINATOR)))
    page = median_ms(lambda: client.get(f"/plans/{plan_id}/"))
    paper = median_ms(lambda: client.get(f"/papers/{plan_id}/"))
    with capsys.disabled():
        print(f"\n{rows} objectives: plan page {page:.0f} ms, paper page {paper:.0f} ms (median of {ROUNDS})")
    assert page < most_ms
