import sysconfig
from pathlib import Path

import environ
import psycopg
import pytest

from tools import postgres
from tools.steps import StepFailed

pytestmark = pytest.mark.faults
PACKAGES = Path(sysconfig.get_path("purelib"))


def folder_of(url: str) -> Path:
    return Path(url.split("host=")[1])


def connection_to(url: str) -> psycopg.Connection:
    """Connect the way the settings read the address."""
    read = environ.Env.db_url_config(url)
    return psycopg.connect(host=read["OPTIONS"]["host"], user=read["USER"], dbname="postgres")


def test_a_server_answers_for_as_long_as_it_is_wanted_and_leaves_nothing_behind():
    with postgres.server(PACKAGES) as url:
        folder = folder_of(url)
        with connection_to(url) as connection:
            listens, encoding = connection.execute(
                "select current_setting('listen_addresses'), current_setting('server_encoding')"
            ).fetchone()
        assert (listens, encoding) == ("", "UTF8")
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        connection_to(url)


def test_a_server_is_removed_when_the_run_fails():
    with pytest.raises(RuntimeError) as failure:
        run_of_a_suite_that_breaks()
    assert str(failure.value).startswith("postgres://")
    assert not folder_of(str(failure.value)).exists()


def run_of_a_suite_that_breaks():
    with postgres.server(PACKAGES) as url:
        raise RuntimeError(url)


def test_a_machine_without_the_wheel_is_told_what_to_do(tmp_path):
    with pytest.raises(StepFailed, match="give its address in DATABASE_URL"), postgres.server(tmp_path):
        pass
