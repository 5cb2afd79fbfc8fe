"""Serve the demonstration partnership on this machine: web server and job worker, ended together."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tools.environment import PYTHON, ROOT, RUNNING, VENV, Interpreter, prepare
from tools.steps import Stamp, StepFailed, Stopped, quietly, step

HOST = "127.0.0.1"
OWN_DATA = ROOT / "var"
STATIC = ROOT / "jointaction" / "web" / "static"
SECONDS_TO_ANSWER = 30
SECONDS_TO_END = 15


def run(_arguments: list[str]) -> int:
    """Prepare what is missing, then serve until Ctrl-C."""
    started = time.monotonic()
    port = _free_port()
    interpreter = prepare(RUNNING)
    data = _data_folder()
    environment = _demonstration(data)
    with step("Bringing the database up to date"):
        quietly([PYTHON, "manage.py", "migrate", "--no-input", "--verbosity", "0"], ROOT, environment)
    _collect_static(data, interpreter, environment)
    with step("Loading the demonstration, once"):
        quietly([VENV / "bin" / "jointaction", "demo"], ROOT, environment)
    with step("Taking up what was broken off"):
        quietly([VENV / "bin" / "jointaction", "run-due"], ROOT, environment)
    return _serve(port, environment, started)


def reset(_arguments: list[str]) -> int:
    """Throw the demonstration's data away; the next `make run` starts it afresh."""
    if _data_folder() != OWN_DATA:
        raise StepFailed(
            "JOINTACTION_DATA names a folder outside the demonstration, and this never deletes one. "
            "Unset it, or remove that folder yourself."
        )
    shutil.rmtree(OWN_DATA, ignore_errors=True)
    print("The demonstration's data is gone. `make run` makes it anew.")
    return 0


def _data_folder() -> Path:
    folder = os.environ.get("JOINTACTION_DATA")
    return Path(folder).resolve() if folder else OWN_DATA


def _demonstration(data: Path) -> dict[str, str]:
    """The environment of everything started here: one-click sign-in and SQLite, whatever is set outside."""
    environment = {**os.environ, "JOINTACTION_DEMO": "1", "JOINTACTION_DATA": str(data)}
    environment.pop("DATABASE_URL", None)
    environment.pop("JOINTACTION_HTTPS", None)
    return environment


def _free_port() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise StepFailed(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            raise StepFailed(
                f"Port {text} cannot be used ({error.strerror}). Perhaps Joint Action already runs there; "
                "otherwise choose another one: PORT=8080 make run"
            ) from error
    return int(text)


def _collect_static(data: Path, interpreter: Interpreter, environment: dict[str, str]) -> None:
    """Gather styles and scripts again only when one of them, or a package that brings some, has changed."""
    files = sorted(file for file in STATIC.rglob("*") if file.is_file())
    seen = "\n".join(f"{file} {file.stat().st_mtime_ns} {file.stat().st_size}" for file in files)
    stamp = Stamp(data / ".static-stamp", seen, (ROOT / RUNNING).read_bytes(), interpreter.version)
    if stamp.is_current():
        return
    with step("Gathering styles and scripts"):
        quietly([PYTHON, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"], ROOT, environment)
    stamp.set()


def _serve(port: int, environment: dict[str, str], started: float) -> int:
    web: list[str | Path] = [PYTHON, "-m", "gunicorn", "jointaction.project.wsgi:application"]
    web += ["--bind", f"{HOST}:{port}", "--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    web += ["--no-control-socket", "--log-level", "warning"]
    with ExitStack() as children:
        server = children.enter_context(_child(web, environment))
        children.enter_context(_child([PYTHON, "manage.py", "qcluster"], environment))
        try:
            _wait_until_answering(port, server)
            seconds = time.monotonic() - started
            print(
                f"\nJoint Action answers at http://{HOST}:{port}/ after {seconds:.0f} s. Ctrl-C ends it.",
                flush=True,
            )
            return _wait_for_an_end()
        except (KeyboardInterrupt, Stopped):
            print("\nEnding.", flush=True)
            return 0


@contextmanager
def _child(command: list[str | Path], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own, ended by a TERM to it alone: sent to its group, the worker hangs."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_END)
        with suppress(ProcessLookupError):  # what is left when it would not end, or was killed from outside
            os.killpg(process.pid, signal.SIGKILL)


def _wait_until_answering(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline and server.poll() is None:
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_ANSWER)
            connection.request("GET", "/")
            status = connection.getresponse().status
        except OSError:
            time.sleep(0.1)
            continue
        if status >= 500:
            raise StepFailed(f"The first page answered with error {status}; the lines above say why.")
        return
    raise StepFailed("The web server did not start; the lines above say why.")


def _wait_for_an_end() -> int:
    """Sleep until the web server or the job worker ends, which neither should do by itself."""
    os.wait()
    raise StepFailed("The web server or the job worker ended by itself; the lines above say why.")
