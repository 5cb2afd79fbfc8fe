"""Return sheets opened and saved by LibreOffice come back word for word."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from jointaction.domain.sheet_reading import read_sheet
from jointaction.reports.return_sheet_excel import return_xlsx
from jointaction.reports.return_sheet_word import return_docx
from jointaction.sources.guard import cells_guarded
from tests.domain.return_sheets import a_form

pytestmark = pytest.mark.faults
WORDS = "Three fairs:\n• one in May\n• two in June, for £120 – “all sold”"


@pytest.mark.parametrize(
    ("write", "name", "saved_as"),
    [
        (return_docx, "return.docx", "docx"),
        (return_xlsx, "return.xlsx", "xlsx"),
        (return_xlsx, "return.xlsx", "ods"),
    ],
)
def test_a_sheet_saved_by_libreoffice_is_read_like_the_one_we_wrote(tmp_path, write, name, saved_as):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice")
    form = a_form()
    first = replace(form.boxes[0], words=replace(form.boxes[0].words, text=WORDS, status="risk"))
    (tmp_path / name).write_bytes(write(replace(form, boxes=(first, *form.boxes[1:]))))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "out"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", saved_as, "--outdir", out, tmp_path / name],
        check=True,
        capture_output=True,
        timeout=120,
    )
    saved = out / f"return.{saved_as}"
    reading = read_sheet(cells_guarded(saved, name=saved.name), form)
    assert [(change.box, change.after) for change in reading.changes] == [(form.boxes[0], first.words)]
    assert (reading.troubles, reading.missing) == ((), ())
