"""The whole product as `make run` starts it, on a free port with a data folder of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
SECONDS_TO_ANSWER = 90
SECONDS_TO_END = 15


@dataclass(frozen=True, slots=True)
class Stack:
    """A running demonstration: where it answers, where its data lies, how its commands are called."""

    address: str
    data: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Call `manage.py` on the running demonstration's data and give back what it printed."""
        return _finished([sys.executable, "manage.py", *arguments], self.environment)

    def command(self, *arguments: str) -> str:
        """Call `jointaction` on the running demonstration's data and give back what it printed."""
        start = "from jointaction.cli.main import main; main()"
        return _finished([sys.executable, "-c", start, *arguments], self.environment)


@contextmanager
def running(data: Path) -> Iterator[Stack]:
    """Web server and job worker on a freshly loaded demonstration; both are ended again."""
    port = _free_port()
    stack = Stack(f"http://{HOST}:{port}", data, _environment(data))
    stack.run("migrate", "--no-input", "--verbosity", "0")
    stack.run("collectstatic", "--no-input", "--verbosity", "0")
    stack.command("demo")
    web = [sys.executable, "-m", "gunicorn", "jointaction.project.wsgi:application"]
    web += ["--bind", f"{HOST}:{port}", "--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    web += ["--no-control-socket", "--log-level", "warning"]
    with ExitStack() as children:
        children.enter_context(_child(web, stack, "web"))
        children.enter_context(_child([sys.executable, "manage.py", "qcluster"], stack, "worker"))
        _wait_until_answering(port, data)
        yield stack


def _environment(data: Path) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    ours = {
        "DJANGO_SETTINGS_MODULE": "jointaction.project.settings",
        "JOINTACTION_DATA": str(data),
        "JOINTACTION_DEMO": "1",
        "JOINTACTION_HTTPS": "0",
    }
    return outside | ours


def _finished(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def _child(command: list[str], stack: Stack, name: str) -> Iterator[None]:
    """A process that writes to a file in the data folder; TERM goes to it alone, as the worker wants it."""
    with (stack.data / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=stack.environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_answering(port: int, data: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_ANSWER)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise RuntimeError("The web server did not answer:\n" + (data / "web.log").read_text())
