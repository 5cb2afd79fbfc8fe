"""schemathesis against a server of its own, as every role: no server error, nothing the description lacks."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tools.environment import DEVELOPING, PYTHON, ROOT, VENV, prepare
from tools.steps import Stamp, StepFailed, quietly, step

EXAMINER = VENV / "api-tests"
REQUIREMENTS = "requirements-api-tests.txt"
CONFIG = ROOT / "tests" / "api" / "schemathesis.toml"
SETTINGS = "tests.api.live_settings"
EXAMPLES = "30"


def test_api(arguments: list[str]) -> int:
    """Thousands of made-up requests to the API as every role; takes long."""
    prepare(DEVELOPING)
    _install_examiner()
    worst = 0
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as (url, known):
        for who, token in known.items():
            print(f"\nAs {who}:", flush=True)
            worst = max(worst, _examined(url, token, arguments))
    return worst


def _install_examiner() -> None:
    """An environment of its own: schemathesis brings packages the product does not want beside it."""
    stamp = Stamp(VENV / ".stamps" / REQUIREMENTS, (ROOT / REQUIREMENTS).read_bytes())
    if stamp.is_current():
        return
    with step("Installing schemathesis"):
        quietly([sys.executable, "-m", "venv", EXAMINER], ROOT)
        pip: list[str | Path] = [EXAMINER / "bin" / "python", "-m", "pip", "install", "--quiet"]
        quietly([*pip, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", REQUIREMENTS], ROOT)
    stamp.set()


@contextmanager
def _server(folder: Path) -> Generator[tuple[str, dict[str, str]]]:
    """The product on a port of its own with two partnerships; its address, and a token by caller."""
    around = {**os.environ, "JOINTACTION_DATA": str(folder), "DJANGO_SETTINGS_MODULE": SETTINGS}
    made = subprocess.run(
        [PYTHON, "-m", "tests.api.live_world"],
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise StepFailed(f"The tables for the API's tests could not be made:\n{made.stderr[-2000:]}")
    address = f"127.0.0.1:{_free_port()}"
    serving = [str(PYTHON), "-m", "gunicorn", "jointaction.project.wsgi", "--bind", address, "--workers", "2"]
    # gunicorn's own page for a long address is no answer of the API
    serving += ["--limit-request-line", "0"]
    log = (folder / "server.log").open("w", encoding="utf-8")
    process = subprocess.Popen([*serving, "--threads", "2"], cwd=ROOT, env=around, stdout=log, stderr=log)
    try:
        _wait_for(address)
        yield f"http://{address}", json.loads(made.stdout)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        log.close()


def _examined(url: str, token: str, arguments: list[str]) -> int:
    command: list[str | Path] = [EXAMINER / "bin" / "schemathesis", "--config-file", CONFIG, "run"]
    command += [
        f"{url}/api/v1/openapi.json",
        "--wait-for-schema",
        "60",
        "--header",
        f"Authorization: Bearer {token}",
    ]
    # one thread: two that parse at once bring Python 3.11 to "AST constructor recursion depth mismatch"
    command += ["--checks", "all", "--max-examples", EXAMPLES, "--workers", "1", "--continue-on-failure"]
    return subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def _wait_for(address: str) -> None:
    host, port = address.split(":")
    for _ in range(150):
        with socket.socket() as door:
            if door.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.2)
    raise StepFailed(f"The server of the API's tests did not begin to listen on {address}.")
