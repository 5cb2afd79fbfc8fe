"""Signing in at one's organisation: off unless it is set up, and then only for people who were invited."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from jointaction.web.accounts.oidc import InvitedPeopleAdapter

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parents[2]
ASK = """
import json
import django
django.setup()
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
page = Client(headers={"host": "localhost"}).get("/account/sign-in/")
(app,) = get_adapter().list_apps(None, provider="openid_connect")
nowhere = {**app.settings, "server_url": "http://127.0.0.1:9"}
there = {"provider_id": "organisation", "name": "Alder Council", "client_id": "x", "settings": nowhere}
with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [there]}}):
    unreached = Client(headers={"host": "localhost"}).post("/account/oidc/organisation/login/?process=login")
print(json.dumps({
    "unreached": [unreached.status_code, unreached.content.decode()],
    "button": "Sign in at Alder Council" in page.content.decode(),
    "callback": reverse("openid_connect_callback", args=("organisation",)),
    "forms": page["Content-Security-Policy"],
    "vouched": [get_adapter().is_email_verified(app.get_provider(None), f"ada@{place}")
                for place in ("council.example", "evil.example")],
}))
"""


@pytest.fixture(scope="module")
def set_up(tmp_path_factory):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "jointaction.project.settings",
        "JOINTACTION_DATA": str(tmp_path_factory.mktemp("data")),
        "JOINTACTION_DEMO": "1",
        "SECRET_KEY": "x" * 60,
        "OIDC_CLIENT_ID": "joint-action",
        "OIDC_SECRET": "secret",
        "OIDC_ADDRESS": "https://login.council.example/tenant/v2.0",
        "OIDC_DOMAINS": "council.example",
        "OIDC_NAME": "Alder Council",
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_without_settings_there_is_no_way_to_an_organisation():
    assert "allauth.socialaccount" not in settings.INSTALLED_APPS
    with pytest.raises(NoReverseMatch):
        reverse("openid_connect_callback", args=("organisation",))


def test_with_settings_the_sign_in_page_offers_the_organisation(set_up):
    assert set_up["button"]
    assert set_up["callback"] == "/account/oidc/organisation/login/callback/"


def test_forms_may_then_lead_to_the_organisation_and_nowhere_else(set_up):
    assert "form-action 'self' https://login.council.example;" in set_up["forms"] + ";"


def test_the_organisation_vouches_for_its_own_domains_only(set_up):
    assert set_up["vouched"] == [True, False]


def test_an_organisation_that_cannot_be_reached_is_told_in_words(set_up):
    status, page = set_up["unreached"]
    assert status == 401
    assert "Your organisation’s sign-in did not work" in page


def test_nobody_gets_an_account_by_signing_in_at_an_organisation():
    assert InvitedPeopleAdapter.is_open_for_signup(None, None, None) is False
