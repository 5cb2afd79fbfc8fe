import json

import pytest

from jointaction.changes.demonstration import load_demonstration
from jointaction.domain.access import Role
from jointaction.queries.plans import plans_page
from jointaction.queries.viewers import viewer_by_email, viewer_of
from jointaction.store.models import Import, Person, Plan
from tests.changes.documents import a_text_plan
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.fixture
def examples(tmp_path):
    partnership(tmp_path, "Millbrook Partnership", "ada@mill.example")
    for first in (2031, 2032):
        year = f"{first}-{first - 1999}"
        a_text_plan(tmp_path, title=f"Safer Sheds Action Plan {year}", name=f"action-plan-{year}.txt")
    return tmp_path


def partnership(folder, name, email):
    people = [{"name": "Ada Fenn", "email": email, "role": "coordinator"}]
    (folder / "partnership.json").write_text(json.dumps({"name": name, "people": people}))


def load(examples):
    seen = []
    told = load_demonstration(examples, progress=lambda done, steps, what: seen.append((done, steps)))
    done, steps = seen[-1]
    assert done == steps > 0
    return told


def test_the_demonstration_is_read_and_accepted_and_its_oldest_plan_shown_to_the_public(examples):
    with entries() as added:
        assert load(examples) == "loaded"
    viewer = viewer_by_email("ada@mill.example")
    assert [(plan.year, plan.is_public) for plan in plans_page(viewer)] == [
        ("2032-33", False),
        ("2031-32", True),
    ]
    assert [plan.year for plan in plans_page(viewer_of(None))] == ["2031-32"]
    assert viewer.role is Role.COORDINATOR
    assert not Person.objects.filter(is_demo=False).exists()
    assert [entry.action for entry in added].count("accept document") == 2


def test_loading_it_again_changes_nothing(examples):
    load(examples)
    with entries() as added:
        assert load(examples) == "already there"
    assert added == []
    assert Plan.objects.count() == Import.objects.count() == 2


def test_what_was_missing_is_loaded_later(examples):
    load(examples)
    a_text_plan(examples, title="Safer Sheds Action Plan 2033-34", name="action-plan-2033-34.txt")
    assert load(examples) == "loaded"
    assert Plan.objects.count() == 3


def test_the_neighbour_has_plans_of_its_own_that_stay_its_own(examples):
    neighbour = examples / "yarrowdale"
    neighbour.mkdir()
    partnership(neighbour, "Yarrow Partnership", "bea@yarrow.example")
    a_text_plan(neighbour, name="action-plan-2031-32.txt")
    load(examples)
    assert len(plans_page(viewer_by_email("ada@mill.example"))) == 2
    assert len(plans_page(viewer_by_email("bea@yarrow.example"))) == 1
