"""How much processor time a committee paper of 80 objectives takes (`pytest -m bench tests/reports`)."""

import time
from pathlib import Path

import pytest

from jointaction.domain.paper_changes import paper_changes
from jointaction.queries.paper_json import paper_from_json, paper_to_json
from jointaction.reports.formats import FORMATS, written
from jointaction.reports.sample_template import sample_template
from jointaction.reports.word_template import WordTemplate, paper_in_template
from tests.reports.committee_paper import committee_paper

MOST_SECONDS = {"docx": 0.7, "pdf": 0.5, "xlsx": 0.3, "csv": 0.1}
ROUNDS = 5
PAPER = committee_paper(rows_in_a_theme=20)


@pytest.mark.bench
@pytest.mark.parametrize("extension", FORMATS)
def test_a_paper_of_eighty_objectives_is_written_in_time(extension: str) -> None:
    content = written(PAPER, extension)
    taken = min(_seconds(lambda: written(PAPER, extension)) for _ in range(ROUNDS))
    print(f"\n{extension}: {taken:.3f} s, {len(content):,} bytes")
    assert taken < MOST_SECONDS[extension]


@pytest.mark.bench
def test_a_paper_of_eighty_objectives_is_kept_compared_and_put_into_a_template_in_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(sample_template())
    words = paper_to_json(PAPER)
    kept = _seconds(lambda: paper_from_json(words))
    compared = _seconds(lambda: paper_changes(PAPER, committee_paper(rows_in_a_theme=19)))
    started = time.perf_counter()
    paper_in_template(PAPER, WordTemplate(path, "sample.docx"))
    filled = time.perf_counter() - started
    print(f"\nread back {kept:.3f} s, compared {compared:.3f} s, in a template {filled:.3f} s by the clock")
    assert max(kept, compared) < 0.2
    assert filled < 5


def _seconds(action: object) -> float:
    started = time.process_time()
    action()
    return time.process_time() - started
