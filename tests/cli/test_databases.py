"""A database that is not ready, or does not answer, is told in one sentence."""

import os
import subprocess
import sys

import pytest

from tests.faults.stack import ROOT

CALL = "import sys; from jointaction.cli.main import main; main(sys.argv[1:])"


@pytest.mark.faults
@pytest.mark.parametrize(
    ("url", "told"),
    [
        (None, "Error: The tables of this database are not up to date. Run jointaction migrate first.\n"),
        ("postgres://nobody@/none?host=/nowhere", "Error: The database of DATABASE_URL does not answer: "),
    ],
)
def test_a_database_that_is_not_ready_is_told_without_a_traceback(tmp_path, url, told):
    outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    ours = {
        "DJANGO_SETTINGS_MODULE": "jointaction.project.settings",
        "JOINTACTION_DATA": str(tmp_path),
        "JOINTACTION_DEMO": "1",
    }
    if url:
        ours["DATABASE_URL"] = url
    done = subprocess.run(
        [sys.executable, "-c", CALL, "verify-audit"],
        cwd=ROOT,
        env=outside | ours,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
