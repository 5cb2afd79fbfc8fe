"""The count of wrong tries is one for all processes that serve the pages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRY = """
import sys
import django
django.setup()
from allauth.core.internal import ratelimit
from django.test import RequestFactory
request = RequestFactory().post("/account/sign-in/")
config = {"login_failed": "5/15m/key"}
for _ in range(10):
    used = ratelimit.consume(request, app="allauth.account", action="login_failed", config=config, key="ada")
    sys.stdout.write("yes " if used else "no ")
"""


@pytest.mark.faults
def test_two_processes_at_once_allow_five_tries_together_and_not_five_each(tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "jointaction.project.settings",
        "JOINTACTION_DATA": str(tmp_path),
        "JOINTACTION_DEMO": "1",
        "SECRET_KEY": "x" * 60,
    }
    environment.pop("DATABASE_URL", None)
    workers = [
        subprocess.Popen([sys.executable, "-c", TRY], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = [worker.communicate(timeout=60)[0].decode().split() for worker in workers]
    assert [len(each) for each in answers] == [10, 10]
    assert sum(each.count("yes") for each in answers) == 5
