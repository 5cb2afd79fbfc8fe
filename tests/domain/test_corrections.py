from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jointaction.domain import corrections
from jointaction.domain.drafts import ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.pieces import pieces
from tests.domain.drafts import UNSURE, a_document, a_plan, a_row, documents, full_row, rows, said


def keys(draft):
    return [row.key for row in draft.rows]


def a_key(draft, data):
    return data.draw(st.sampled_from(keys(draft)))


@given(rows("r1"), rows("r2"))
def test_two_rows_joined_say_every_word_of_both(above, below):
    one = corrections.joined(above, below)
    kept = Counter(said(replace(one, ref=None)))
    lists = (Field.INDICATOR, Field.LEAD_AGENCY, Field.LEAD_GROUP, Field.SUPPORT)
    for row in (above, below):
        for word, times in Counter(said(replace(row, ref=None))).items():
            assert kept[word] >= (1 if any(word in " ".join(getattr(row, f)) for f in lists) else times)
    assert one.key == above.key
    assert one.ref == (above.ref or below.ref)


def test_rows_joined_keep_the_order_of_their_words_and_put_names_together():
    above = a_row(
        "r1", "Fewer sheds", actions=("Mark tools",), lead_agencies=("Constabulary",), timescale=None
    )
    below = a_row(
        "r2", "are broken into", actions=("Lend alarms",), lead_agencies=("Constabulary", "Wardens")
    )
    one = corrections.joined(above, replace(below, timescale="By June"))
    assert one.objective == "Fewer sheds are broken into"
    assert one.actions == ("Mark tools", "Lend alarms")
    assert one.lead_agencies == ("Constabulary", "Wardens")
    assert one.timescale == "By June"


def test_updates_of_the_same_period_and_area_become_one_text():
    above = a_row("r1", updates=(UpdateDraft("Two fairs", "2031-32 Q4"), UpdateDraft("None", "2031-32 Q3")))
    below = a_row("r2", updates=(UpdateDraft("were held", "2031-32 Q4"), UpdateDraft("Both", None)))
    assert corrections.joined(above, below).updates == (
        UpdateDraft("Two fairs\nwere held", "2031-32 Q4"),
        UpdateDraft("None", "2031-32 Q3"),
        UpdateDraft("Both", None),
    )


def test_a_row_joined_with_the_one_above_is_gone_and_the_others_stay_as_they_were():
    draft = a_document(a_row("r1"), a_row("r2"), a_row("r3"), a_row("r4"))
    joined = corrections.joined_with_above(draft, "r3")
    assert keys(joined) == ["r1", "r2", "r4"]
    assert (joined.rows[0], joined.rows[2]) == (draft.rows[0], draft.rows[3])


def test_the_first_row_of_a_theme_has_nothing_above_to_join():
    first, second = (ThemeDraft(str(at), "Theme", (a_row(f"r{at}"),)) for at in (1, 2))
    draft = replace(a_document(), plans=(replace(a_plan(), themes=(first, second)),))
    with pytest.raises(corrections.UnknownRowError, match="above r2"):
        corrections.joined_with_above(draft, "r2")


@pytest.mark.parametrize(
    "correct",
    [
        corrections.row_of,
        corrections.without_row,
        corrections.settled,
        corrections.joined_with_above,
        corrections.as_theme,
        lambda draft, key: corrections.with_row(draft, a_row(key)),
        lambda draft, key: corrections.split_off(draft, key, [(Field.ACTION, 0)]),
        lambda draft, key: corrections.with_words_moved(draft, key, Field.ACTION, Field.MEASURE),
    ],
)
def test_a_row_that_is_not_there_cannot_be_corrected(correct):
    with pytest.raises(corrections.UnknownRowError, match="r9"):
        correct(a_document(a_row("r1")), "r9")


@given(documents(), st.data())
def test_a_row_corrected_changes_nothing_else(draft, data):
    key = a_key(draft, data)
    new = a_row(key, "Quite another objective")
    changed = corrections.with_row(draft, new)
    assert keys(changed) == keys(draft)
    assert corrections.row_of(changed, key) == new
    assert corrections.without_row(changed, key) == corrections.without_row(draft, key)


@given(documents(), st.data())
def test_a_row_left_out_takes_only_its_own_words(draft, data):
    key = a_key(draft, data)
    left = corrections.without_row(draft, key)
    assert keys(left) == [other for other in keys(draft) if other != key]
    assert [row for row in draft.rows if row.key != key] == list(left.rows)


def test_a_settled_row_keeps_its_words_and_loses_its_warnings():
    draft = a_document(full_row("r1"), full_row("r2"))
    settled = corrections.settled(draft, "r2")
    assert settled.rows == (draft.rows[0], replace(draft.rows[1], warnings=()))


@given(documents(), st.data())
def test_a_row_taken_as_a_heading_leaves_every_other_row_in_its_place(draft, data):
    key = a_key(draft, data)
    changed = corrections.as_theme(draft, key)
    assert [row for row in draft.rows if row.key != key] == list(changed.rows)


def test_the_rows_under_a_new_heading_become_its_own():
    draft = a_document(a_row("r1"), a_row("r2", "Getting home safely", ref="2"), a_row("r3"))
    first, second = corrections.as_theme(draft, "r2").plans[0].themes
    assert (first.title, [row.key for row in first.rows]) == ("Thefts", ["r1"])
    assert (second.number, second.title, [row.key for row in second.rows]) == (
        "2",
        "Getting home safely",
        ["r3"],
    )


def test_a_heading_read_as_the_first_row_replaces_an_empty_theme_above_it():
    draft = a_document(a_row("r1", "", ref=None, actions=("Getting", "home")), a_row("r2"))
    (only,) = corrections.as_theme(draft, "r1").plans[0].themes
    assert (only.number, only.title, len(only.rows)) == (None, "Getting home", 1)


@given(documents(), st.data())
def test_a_row_split_in_two_says_the_same_words_with_keys_that_stay_apart(draft, data):
    key = a_key(draft, data)
    names = [piece.name for piece in pieces(corrections.row_of(draft, key))]
    assume(names)
    picked = data.draw(st.sets(st.sampled_from(names)))
    parted = corrections.split_off(draft, key, picked)
    assert len(set(keys(parted))) == len(draft.rows) + 1
    assert Counter(word for row in parted.rows for word in said(row)) == Counter(
        word for row in draft.rows for word in said(row)
    )


movable = st.sampled_from([field for field in Field if field is not Field.THEME])


@given(documents(), movable, movable, st.data())
def test_words_moved_between_fields_are_all_still_said(draft, source, target, data):
    key = a_key(draft, data)
    moved = corrections.with_words_moved(draft, key, source, target)
    assert keys(moved) == keys(draft)
    assert Counter(said(corrections.row_of(moved, key))) == Counter(said(corrections.row_of(draft, key)))


def test_a_plan_is_named_and_its_rows_stay():
    draft = a_document(a_row("r1"), title=None, year=None)
    named = corrections.named_plan(draft, 0, title="Safer Streets", year="2030-31")
    assert (named.plans[0].title, named.plans[0].year) == ("Safer Streets", "2030-31")
    assert named.rows == draft.rows


@pytest.mark.parametrize("number", [1, 7])
def test_a_plan_that_is_not_there_can_be_neither_named_nor_left_out(number):
    draft = a_document(a_row("r1"))
    with pytest.raises(IndexError):
        corrections.named_plan(draft, number, title="None", year="2030-31")
    with pytest.raises(IndexError):
        corrections.without_plan(draft, number)


def test_a_plan_left_out_leaves_the_others():
    first, second = a_plan(a_row("r1")), a_plan(a_row("r2"))
    draft = replace(a_document(), plans=(first, second))
    assert corrections.without_plan(draft, 0).plans == (second,)


def test_a_warning_of_the_document_is_taken_as_seen():
    assert corrections.without_warning(a_document(a_row("r1")), UNSURE).warnings == ()
