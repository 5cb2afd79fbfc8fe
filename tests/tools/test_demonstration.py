import socket

import pytest

from tools import demonstration
from tools.steps import StepFailed


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_port_in_use_is_told_before_anything_is_installed(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(StepFailed, match=f"Port {port} cannot be used"):
            demonstration.run([])


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "８０００x"])
def test_a_port_that_is_no_port_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(StepFailed, match="a number from 1 to 65535"):
        demonstration.run([])


def test_a_reset_never_deletes_a_folder_named_from_outside(monkeypatch, tmp_path):
    kept = tmp_path / "jointaction.sqlite3"
    kept.touch()
    monkeypatch.setenv("JOINTACTION_DATA", str(tmp_path))
    with pytest.raises(StepFailed, match="never deletes"):
        demonstration.reset([])
    assert kept.exists()
