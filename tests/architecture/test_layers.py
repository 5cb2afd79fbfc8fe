"""The contracts of pyproject.toml hold, and they bite: a planted violation of each breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINTER = Path(sys.executable).with_name("lint-imports")


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [LINTER, "--no-cache", "--config", folder / "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "jointaction",
        tmp_path / "jointaction",
        ignore=lambda _, names: {name for name in names if not _is_python(name)},
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _is_python(name: str) -> bool:
    return name.endswith(".py") or ("." not in name and name not in {"static", "templates", "__pycache__"})


def test_imports_point_one_way():
    result = linted(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.faults
@pytest.mark.parametrize(
    ("file", "planted", "contract"),
    [
        ("domain/planted.py", "import jointaction.store", "Layers point one way"),
        ("shortcuts/__init__.py", "", "Layers point one way"),
        ("sources/planted.py", "import django.db", "The domain and the sources know no Django"),
        (
            "web/planted.py",
            "import jointaction.store.models",
            "Only store, queries and changes see the tables",
        ),
    ],
)
def test_a_planted_violation_breaks_its_contract(copy_of_the_house, file, planted, contract):
    target = copy_of_the_house / "jointaction" / file
    target.parent.mkdir(exist_ok=True)
    target.write_text(f'"""Planted."""\n\n{planted}\n')
    result = linted(copy_of_the_house)
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout
