"""Files that nothing names: what a killed upload, backup or check left behind."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from jointaction.store.files import kept_file
from jointaction.store.models import Evidence, PaperFile, PaperTemplate, ReturnSheet, SourceDocument

SETTLED = timedelta(days=1)
LEFTOVERS = (".backup-*", ".check-*")
# Every table that keeps a file under its SHA-256.
KEEPERS = (SourceDocument, PaperFile, PaperTemplate, Evidence, ReturnSheet)


def sweep_files(now: datetime) -> tuple[str, ...]:
    """Remove files a day old that no table names; returns their names.

    A file is moved aside before it goes and put back if it was touched meanwhile, for the same
    document may be coming in at this moment (store/files.py touches what it finds).
    """
    before = (now - SETTLED).timestamp()
    old = [file for file in Path(settings.DOCUMENTS_DIR).rglob("*") if _is_file_before(file, before)]
    named = {
        sha256 for keeper in KEEPERS for sha256 in keeper._default_manager.values_list("sha256", flat=True)
    }
    gone = [file.name for file in old if _swept_once(file, named, before)]
    for pattern in LEFTOVERS:
        for folder in Path(settings.DATA_DIR).glob(pattern):
            if folder.is_dir() and _age(folder) < before:
                shutil.rmtree(folder, ignore_errors=True)
                gone.append(folder.name)
    return tuple(gone)


def _swept_once(file: Path, named: set[str], before: float) -> bool:
    """Whether the file went by our hand; of two sweeps at once the other one may have it."""
    try:
        return _swept(file, named, before)
    except FileNotFoundError:
        return False


def _swept(file: Path, named: set[str], before: float) -> bool:
    """Whether the file went; one that a killed sweep had moved aside is put back where it is named."""
    sha256 = file.name.removeprefix(".swept-")
    if sha256 in named:
        if sha256 != file.name and not kept_file(sha256).exists():
            file.rename(kept_file(sha256))
        return False
    aside = file.with_name(f".swept-{sha256}")
    file.rename(aside)
    if _age(aside) >= before or _is_named(sha256):
        aside.rename(file)
        return False
    aside.unlink()
    return True


def _is_named(sha256: str) -> bool:
    return any(keeper._default_manager.filter(sha256=sha256).exists() for keeper in KEEPERS)


def _is_file_before(file: Path, before: float) -> bool:
    try:
        return file.is_file() and _age(file) < before
    except FileNotFoundError:
        return False


def _age(path: Path) -> float:
    return path.stat().st_mtime
