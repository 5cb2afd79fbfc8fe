"""PostgreSQL's own pg_dump and pg_restore, called for the database of the settings."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from jointaction.store.keeping.manifest import Contents
from jointaction.store.keeping.postgres_script import script_contents
from jointaction.store.keeping.refusal import BackupRefusedError

NAMES = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST", "PORT": "PGPORT"}
OPTIONS = {
    name: f"PG{name.upper()}" for name in ("sslmode", "sslrootcert", "sslcert", "sslkey", "host", "port")
}


def dump_postgres(target: Path) -> None:
    """Dump the database as it is at one moment, while others go on writing."""
    command = [_program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    _finished(command, _environment())


def postgres_contents(dump: Path) -> Contents:
    """What a dump holds, all of it unpacked; raises BackupRefusedError when it is not whole."""
    command = [_program("pg_restore"), "--file=-", str(dump)]
    child = subprocess.Popen(  # noqa: S603  # our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="strict"
    )
    with child:
        if child.stdout is None or child.stderr is None:
            raise BackupRefusedError("pg_restore gave no answer.")
        try:
            found = script_contents(child.stdout)
        except (ValueError, KeyError) as error:
            child.kill()
            raise BackupRefusedError("The database in the backup cannot be read. Use another.") from error
        said = child.stderr.read()
    if child.returncode:
        raise BackupRefusedError(f"pg_restore cannot read the database in the backup: {said.strip()[-500:]}")
    return found


def restore_postgres(dump: Path) -> None:
    """Fill the empty database of the settings from a dump, whole or not at all."""
    environment = _environment()
    options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"]
    _finished(
        [_program("pg_restore"), *options, f"--dbname={environment['PGDATABASE']}", str(dump)], environment
    )


def postgres_is_empty() -> bool:
    """Whether the database of the settings has no table yet."""
    return not connection.introspection.table_names()


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BackupRefusedError(
            f"{name} is not on this machine, and a PostgreSQL database is kept with it. "
            "On Debian or Ubuntu: apt install postgresql-client, in the server's own release."
        )
    return found


def _environment() -> dict[str, str]:
    """The database of the settings as PostgreSQL's programs read it: no password in the process list."""
    ours = connection.settings_dict
    found = {NAMES[name]: str(ours[name]) for name in NAMES if ours.get(name)}
    found |= {OPTIONS[name]: str(value) for name, value in ours.get("OPTIONS", {}).items() if name in OPTIONS}
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return outside | found


def _finished(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if done.returncode:
        raise BackupRefusedError(f"{Path(command[0]).name} did not finish: {done.stderr.strip()[-500:]}")
