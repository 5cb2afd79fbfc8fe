"""jointaction run-due says what it did, and nothing when nothing was due."""

import pytest
from click.testing import CliRunner
from django.utils import timezone

from jointaction.cli.run_due import command
from jointaction.store.models import OutgoingMail
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_quiet_clock_says_nothing_and_one_that_sent_says_so(settings):
    settings.MAIL_IS_CONFIGURED = True
    assert "message" not in CliRunner().invoke(command).output
    OutgoingMail.objects.create(
        partnership_id=factories.alder_vale().partnership_id,
        key="receipt 1",
        to_name="Ann Reed",
        to_email="ann@police.example",
        subject="Arrived",
        body="It has arrived.",
        made_at=timezone.now(),
    )
    assert "1 message sent." in CliRunner().invoke(command).output
