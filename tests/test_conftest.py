"""The rules of conftest.py, tried on small suites of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults  # each runs pytest in a process of its own
CONFTEST = Path(__file__).with_name("conftest.py")
OUTSIDE = {"CI", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "JOINTACTION_DATA"}
SKIPPING = {
    "test_marked.py": "import pytest\n@pytest.mark.skip(reason='tired')\ndef test_it(): pass\n",
    "test_inside.py": "import pytest\ndef test_it(): pytest.skip('thirsty')\n",
    "test_whole_file.py": "import pytest\npytest.skip('hungry', allow_module_level=True)\n",
    "test_expected.py": "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n",
    "test_shared.py": "def test_it(shared): assert shared.name == 'shared'\n",
}
ASKING = {
    "domain/test_marked.py": "import pytest\n@pytest.mark.django_db\ndef test_it(): pass\n",
    "sources/documents/test_db.py": "import pytest\n@pytest.fixture\ndef db(): pass\ndef test_it(db): pass\n",
    "changes/test_marked.py": "import pytest\n@pytest.mark.django_db\ndef test_it(): pass\n",
}


def run_of(checkout: Path, files: dict[str, str], **settings: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        test = checkout / "tests" / name
        test.parent.mkdir(parents=True, exist_ok=True)
        test.write_text(text)
    shutil.copy(CONFTEST, checkout / "tests")
    environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    environment |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **settings}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rs",
        "-p",
        "no:cacheprovider",
        "--import-mode=importlib",
    ]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def test_every_skip_fails_in_ci_and_gives_its_reason(tmp_path):
    collected = run_of(tmp_path, SKIPPING, CI="true")
    assert "Nothing may be skipped in CI. Skipped: hungry" in collected.stdout
    assert collected.returncode == pytest.ExitCode.INTERRUPTED
    ran = run_of(tmp_path, SKIPPING | {"test_whole_file.py": ""}, CI="true")
    assert "Nothing may be skipped in CI. Skipped: tired" in ran.stdout
    assert "Nothing may be skipped in CI. Skipped: thirsty" in ran.stdout
    assert "1 failed, 1 xfailed, 2 errors" in ran.stdout
    assert ran.returncode == pytest.ExitCode.TESTS_FAILED


def test_elsewhere_a_skip_is_a_skip_and_the_shared_folder_is_found_beside_the_checkout(tmp_path):
    (tmp_path / "shared").mkdir()
    result = run_of(tmp_path / "checkout", SKIPPING)
    assert result.returncode == 0
    assert "1 passed, 3 skipped, 1 xfailed" in result.stdout


def test_a_test_of_the_pure_layers_may_not_ask_for_a_database(tmp_path):
    result = run_of(tmp_path, ASKING)
    assert result.returncode == pytest.ExitCode.USAGE_ERROR
    assert "tests/domain/test_marked.py::test_it" in result.stderr
    assert "tests/sources/documents/test_db.py::test_it" in result.stderr
    assert "tests/changes" not in result.stderr


def test_the_data_folder_of_a_run_is_removed_and_a_folder_of_ones_own_is_kept(tmp_path):
    made, own = tmp_path / "jointaction-tests-1", tmp_path / "own"
    for folder in (made, own):
        folder.mkdir()
        run_of(tmp_path / "checkout", {"test_planted.py": ""}, JOINTACTION_DATA=str(folder))
    assert not made.exists()
    assert own.exists()
