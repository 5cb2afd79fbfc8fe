"""What a child says arrives as it was said, and nothing else is believed."""

import pytest
from hypothesis import given, settings

from jointaction.sources.documents.errand import Answer, Task, answer_to_line, task_from_json, task_to_json
from jointaction.sources.guard.answers import answer_from_line
from tests.sources.documents.drafts_of_any_kind import DRAFTS


@settings(max_examples=15)
@given(DRAFTS)
def test_any_draft_crosses_from_child_to_guard_unchanged(draft):
    line = answer_to_line(Answer(draft=draft))

    assert line.count(b"\n") == 1
    assert answer_from_line(line) == Answer(draft=draft)


@pytest.mark.parametrize(
    "answer", [Answer(progress=(1, 2)), Answer(picture="aGk="), Answer(refused="Say “why”.")]
)
def test_the_other_answers_cross_too(answer):
    assert answer_from_line(answer_to_line(answer)) == answer


@pytest.mark.parametrize(
    "line", [b"", b"garbage", b"[]", b'{"progress": ["a", 2]}', b'{"draft": 5}', b"{" * 5000]
)
def test_nothing_else_is_an_answer(line):
    assert answer_from_line(line) is None


def test_a_task_reaches_the_child_whatever_the_name():
    task = Task('a "plan" – 2024.docx', 1000, 20, picture_page=3, picture_boxes=((1.0, 2.0, 3.5, 4.0),))

    assert task_from_json(task_to_json(task)) == task


def test_what_is_no_field_of_an_answer_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="object has no place"):
        answer_to_line(Answer(refused=object()))
