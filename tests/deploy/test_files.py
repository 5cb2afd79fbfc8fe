"""The examples for a server call commands that are there, with settings that are read."""

import configparser
import re
from pathlib import Path

import pytest

from jointaction.cli.main import DOORS

ROOT = Path(__file__).resolve().parents[2]
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
INSTALL = (ROOT / "docs" / "how-to" / "install.md").read_text()


def commands(unit):
    """Every program a unit starts."""
    return re.findall(r"^ExecStart(?:Pre)?=(.*)$", unit.read_text(), re.MULTILINE)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_starts_what_there_is_as_a_user_of_its_own(unit):
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str
    parsed.read(unit)
    assert parsed["Service"]["User"] == "jointaction"
    assert parsed["Service"]["EnvironmentFile"] == "/etc/jointaction.env"
    for command in commands(unit):
        program, *words = command.split()
        assert program.startswith("/srv/jointaction/.venv/bin/")
        if program.endswith("/jointaction"):
            assert words[0] in DOORS


def test_the_worker_is_ended_by_a_signal_to_its_main_process_and_looks_for_broken_work_first():
    unit = ROOT / "deploy" / "systemd" / "jointaction-jobs.service"
    assert "KillMode=mixed" in unit.read_text()
    assert commands(unit)[0].endswith("jointaction run-due")


def test_every_timer_has_its_service():
    timers = {timer.stem for timer in (ROOT / "deploy" / "systemd").glob("*.timer")}
    assert timers == {"jointaction-due", "jointaction-backup"}
    assert timers <= {unit.stem for unit in UNITS}


def test_every_setting_of_the_example_is_told_of():
    example = (ROOT / "deploy" / "jointaction.env.example").read_text()
    names = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)
    assert names
    assert not [name for name in names if f"| `{name}` |" not in INSTALL]


def test_the_container_runs_as_nobody_in_particular_and_copies_what_there_is():
    text = (ROOT / "Containerfile").read_text()
    copied = [
        name for line in re.findall(r"^COPY (?!--)(.+) \S+$", text, re.MULTILINE) for name in line.split()
    ]
    assert copied
    assert not [name for name in copied if not (ROOT / name).exists()]
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    assert "sh -c" not in text
