"""Which words changed."""

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.words_changed import Run, change


def marked(runs: tuple[Run, ...]) -> list[str]:
    return [run.words for run in runs if run.is_changed]


def test_only_the_words_that_differ_are_marked():
    found = change("Visit twice a year.", "Visit twice a month.")
    assert (marked(found.before), marked(found.after)) == (["year"], ["month"])


def test_an_equal_text_has_no_marks():
    found = change("Same words", "Same words")
    assert not marked(found.before) + marked(found.after)


def test_a_new_text_is_marked_whole():
    assert marked(change("", "All new").after) == ["All new"]


@given(st.text(), st.text())
def test_no_word_is_lost_on_either_side(before: str, after: str):
    found = change(before, after)
    assert "".join(run.words for run in found.before) == before
    assert "".join(run.words for run in found.after) == after
