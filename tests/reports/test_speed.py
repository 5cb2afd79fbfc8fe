"""How long a paper of 60 objectives takes (`pytest -m bench tests/reports`)."""

import time

import pytest

from jointaction.reports.formats import FORMATS, written
from tests.reports.papers import monitoring_paper

MOST_SECONDS = {"docx": 0.7, "pdf": 1.0, "xlsx": 0.3, "csv": 0.1}


@pytest.mark.bench
@pytest.mark.parametrize("extension", FORMATS)
def test_a_paper_of_sixty_objectives_is_written_in_time(extension: str) -> None:
    paper = monitoring_paper(rows_in_a_theme=15)
    written(paper, extension)
    started = time.perf_counter()
    content = written(paper, extension)
    taken = time.perf_counter() - started
    print(f"\n{extension}: {taken:.3f} s, {len(content):,} bytes")
    assert taken < MOST_SECONDS[extension]
