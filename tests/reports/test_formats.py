import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from jointaction.reports.formats import FORMATS, UnknownFormatError, file_name, written
from tests.reports.papers import monitoring_paper, small_paper

every_format = pytest.mark.parametrize("extension", FORMATS)
MAGIC = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}
PRINT_HASHES = "from tests.reports.test_formats import hashes\nprint(hashes())"


def hashes() -> dict[str, str]:
    paper = monitoring_paper()
    return {extension: hashlib.sha256(written(paper, extension)).hexdigest() for extension in FORMATS}


@every_format
def test_a_paper_can_be_written_in_each_format(extension: str) -> None:
    assert written(monitoring_paper(), extension).startswith(MAGIC[extension])


@every_format
def test_the_same_paper_gives_the_same_bytes_on_any_day(extension: str) -> None:
    with time_machine.travel("2011-04-01 09:00", tick=False):
        first = written(monitoring_paper(), extension)
    with time_machine.travel("2031-12-31 23:59", tick=False):
        assert written(monitoring_paper(), extension) == first


@pytest.mark.faults
def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(hashes())


@every_format
def test_another_paper_gives_other_bytes(extension: str) -> None:
    assert written(small_paper(("1", "x")), extension) != written(small_paper(("1", "y")), extension)


@every_format
@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_can_stop_a_paper(extension: str, one: str, other: str) -> None:
    paper = replace(small_paper((one, other), headings=(other, one)), title=one, notes=(other,), period=other)
    assert written(paper, extension).startswith(MAGIC[extension])


@every_format
def test_a_paper_without_any_section_can_be_written(extension: str) -> None:
    paper = replace(small_paper(), sections=())
    assert written(paper, extension).startswith(MAGIC[extension])


def test_an_unknown_format_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(UnknownFormatError, match=r"“odt”\. Choose one of: docx, pdf, xlsx, csv\."):
        written(small_paper(), "odt")


def test_each_format_says_its_extension_type_and_name() -> None:
    assert {each.label for each in FORMATS.values()} == {"Word", "PDF", "Excel", "CSV"}
    assert all(extension == each.extension for extension, each in FORMATS.items())
    assert FORMATS["pdf"].media_type == "application/pdf"


@pytest.mark.parametrize(
    ("title", "period", "expected"),
    [
        ("Action Plan", "2009-10 Quarter 4", "paper-action-plan-2009-10-quarter-4.pdf"),
        ("Plan 2009-10", "2009-10", "paper-plan-2009-10.pdf"),
        ("Plan 2009-10", "2009-10 Quarter 4", "paper-plan-2009-10-quarter-4.pdf"),
        ("Plan 2009-10", "2010-11 Quarter 1", "paper-plan-2009-10-2010-11-quarter-1.pdf"),
        ("Safer Weirdale’s “Plan” & more", "2009-10", "paper-safer-weirdales-plan-and-more-2009-10.pdf"),
        ("../../etc/passwd\0\r\n", "x", "paper-etc-passwd-x.pdf"),
        ("Cynllun Gweithredu Dŵr", "2009-10", "paper-cynllun-gweithredu-dwr-2009-10.pdf"),
        ("計画", "", "paper.pdf"),
    ],
)
def test_a_file_name_is_plain_and_safe(title: str, period: str, expected: str) -> None:
    assert file_name(replace(small_paper(), title=title, period=period), "pdf") == expected


def test_a_file_name_is_never_too_long() -> None:
    assert len(file_name(replace(small_paper(), title="word " * 100), "docx")) <= 120


def test_a_file_name_is_refused_for_an_unknown_format() -> None:
    with pytest.raises(UnknownFormatError):
        file_name(small_paper(), "exe")
