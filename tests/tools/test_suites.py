import pytest

from tools import suites
from tools.steps import StepFailed


def test_a_browser_that_is_not_there_is_told_with_the_command_that_brings_one(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(StepFailed, match=r"'no-such-browser', which is no program.*apt install chromium"):
        suites.test_browser([])


def test_a_machine_without_any_browser_is_told_too(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StepFailed, match=r"cannot run\. On Debian or Ubuntu: apt install chromium"):
        suites.test_browser([])
