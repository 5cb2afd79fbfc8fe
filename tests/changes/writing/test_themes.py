"""Themes of a plan written by hand."""

from uuid import uuid4

import pytest

from jointaction.changes.amendments import Why
from jointaction.changes.writing.themes import (
    ThemeWords,
    add_theme,
    delete_theme,
    edit_theme,
    move_theme,
)
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import Strand
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.writing import theme_to_write, writing_page
from jointaction.store.models import Amendment
from tests.changes.writing.written import agree, version_of
from tests.factories import member, whitmoor

pytestmark = pytest.mark.django_db


def themes(viewer, plan_id):
    return writing_page(viewer, plan_id).themes


def test_a_theme_is_named_its_strands_set_and_the_amendment_tells_both(viewer, plan_id):
    theme = themes(viewer, plan_id)[0]
    agree(viewer, plan_id)
    words = ThemeWords("1a", "Thefts afloat", (Strand.CRIME, Strand.REOFFENDING))
    seen = {"plan_id": plan_id, "theme_id": theme.id, "version": version_of(plan_id)}
    with pytest.raises(ProblemsError):
        edit_theme(viewer, words=words, **seen)
    edit_theme(viewer, words=words, why=Why("Boats"), **seen)
    _, now = theme_to_write(viewer, plan_id, theme.id)
    assert (now.number, now.title, now.strands) == ("1a", "Thefts afloat", words.strands)
    told = {line["field"]: (line["before"], line["after"]) for line in Amendment.objects.get().changes}
    assert told == {
        "Theme’s number": ("1", "1a"),
        "Theme’s title": ("Thefts", "Thefts afloat"),
        "Strands": ("crime and disorder", "crime and disorder\nre-offending"),
    }
    with pytest.raises(EditConflictError):
        edit_theme(viewer, words=words, why=Why("Boats"), **seen)


def test_a_theme_sent_twice_is_made_once(viewer, plan_id):
    key = uuid4()
    made = {add_theme(viewer, plan_id=plan_id, words=ThemeWords("3", "New"), key=key) for _ in range(2)}
    assert len(made) == 1
    assert len(themes(viewer, plan_id)) == 3


def test_themes_change_places_and_the_last_stays_last(viewer, plan_id):
    first, second = themes(viewer, plan_id)
    for is_up in (False, False):
        version = version_of(plan_id)
        move_theme(viewer, plan_id=plan_id, theme_id=first.id, version=version, is_up=is_up)
        assert [theme.id for theme in themes(viewer, plan_id)] == [second.id, first.id]


def test_only_an_empty_theme_is_taken_out(viewer, plan_id):
    full, empty = themes(viewer, plan_id)
    with pytest.raises(ProblemsError, match="still has objectives"):
        delete_theme(viewer, plan_id=plan_id, theme_id=full.id, version=version_of(plan_id))
    delete_theme(viewer, plan_id=plan_id, theme_id=empty.id, version=version_of(plan_id))
    assert [theme.id for theme in themes(viewer, plan_id)] == [full.id]


@pytest.mark.parametrize("words", [ThemeWords("1" * 21, "x"), ThemeWords("1", "x" * 501)])
def test_words_longer_than_their_place_are_told(viewer, plan_id, words):
    with pytest.raises(ProblemsError):
        add_theme(viewer, plan_id=plan_id, words=words, key=uuid4())


def test_only_those_who_write_plans_may_and_others_plans_are_absent(viewer, plan_id):
    stranger, theme = whitmoor(), themes(viewer, plan_id)[0]
    sent = {"plan_id": plan_id, "theme_id": theme.id, "version": version_of(plan_id)}
    with pytest.raises(NotAllowedError):
        move_theme(member(Role.GROUP_CHAIR), is_up=False, **sent)
    with pytest.raises(NotVisibleError):
        move_theme(stranger, is_up=False, **sent)
    with pytest.raises(NotVisibleError):
        theme_to_write(viewer, plan_id, 987_654)
