"""A fresh installation begins with a file and a link."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from jointaction.cli.main import main
from jointaction.store.models import Partnership
from tests.web.signing_in import PASSWORD

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "partnership.json"


def set_up(file, *more):
    return CliRunner().invoke(main, ["set-up", str(file), *more])


def test_the_example_is_set_up_and_its_coordinators_link_lets_them_in():
    told = set_up(EXAMPLE, "--address", "https://plan.vale.example/")
    assert told.exit_code == 0, told.output
    link = re.search(r"https://plan\.vale\.example(/account/invitation/\S+)", told.output)[1]
    client = Client()
    client.get(link)
    client.post("/account/invitation/", {"name": "Ada", "password": PASSWORD, "again": PASSWORD})
    page = client.get("/people/")
    assert page.status_code == 200
    assert page.content.decode().count("Not invited yet") == 5


def test_a_second_time_nothing_is_set_up_and_the_way_out_is_told():
    set_up(EXAMPLE)
    told = set_up(EXAMPLE)
    assert told.exit_code == 1
    assert "is here already" in told.output
    assert Partnership.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"name": "Alder Vale"}, "names no coordinator"),
        ({"people": []}, "is no set-up file"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_leaves_nothing(tmp_path, content, says):
    file = tmp_path / "partnership.json"
    file.write_text(json.dumps(content))
    told = set_up(file)
    assert told.exit_code == 1
    assert says in told.output
    assert not Partnership.objects.exists()
