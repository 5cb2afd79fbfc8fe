"""Two processes at the same moment: one link lets one in, and one coordinator always stays."""

import json
import os
import subprocess
import sys

import pytest

from tests.faults.stack import ROOT, installation

pytestmark = pytest.mark.faults
WORLD = """
import json, django
django.setup()
from jointaction.changes.invitations import invite
from jointaction.domain.access import Role
from jointaction.domain.people import Invitee, Seat
from jointaction.store.models import Membership
from tests import factories
viewer = factories.alder_vale()
bea = Invitee("Bea", "bea@alder.example", Seat(Role.ANALYST))
token = invite(viewer, invitee=bea).token
pair = Membership.objects.filter(role="coordinator", person__is_active=True, left_at=None)
second = factories.member(Role.ANALYST)
Membership.objects.filter(person_id=second.person_id).update(role="coordinator")
seats = sorted(pair.values_list("person_id", "pk"))
print(json.dumps({"token": token, "seats": seats}))
"""
ACT = """
import json, sys, time, django
django.setup()
from jointaction.changes.joining import accept_invitation
from jointaction.changes.people import end_membership
from jointaction.queries.viewers import viewer_of
what, who, whom, token = sys.argv[1:]
viewer = viewer_of(int(who))
print("ready", flush=True)
sys.stdin.readline()
try:
    if what == "join":
        accept_invitation(token, password=f"three blue walking sticks {who}")
    else:
        end_membership(viewer, membership_id=int(whom), version=1)
    print("done")
except Exception as error:
    print(type(error).__name__)
"""


@pytest.fixture
def environment():
    """What the programs of an installation see, on the kind of database the suite runs on."""
    with installation(os.environ.get("DATABASE_URL", "")) as stack:
        yield stack.environment


def program(environment, code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def at_once(environment, *argument_lists):
    """Start a process for each list, let all go at the same moment, and give back what each said last."""
    running = [program(environment, ACT, *arguments) for arguments in argument_lists]
    for each in running:
        assert each.stdout.readline() == "ready\n"
    for each in running:
        each.stdin.write("go\n")
        each.stdin.flush()
    return sorted(each.communicate(timeout=60)[0].strip() for each in running)


@pytest.fixture
def world(environment):
    told, _ = program(environment, WORLD).communicate(timeout=120)
    return json.loads(told.splitlines()[-1])


def test_a_link_opened_by_two_at_once_lets_one_in(environment, world):
    answers = at_once(environment, *(("join", who, 0, world["token"]) for who, _ in world["seats"]))
    assert answers == ["NotVisibleError", "done"]


def test_two_coordinators_who_end_each_other_at_once_leave_one(environment, world):
    (one, her_seat), (other, his_seat) = world["seats"]
    answers = at_once(environment, ("end", one, his_seat, ""), ("end", other, her_seat, ""))
    assert answers == ["ProblemsError", "done"]
