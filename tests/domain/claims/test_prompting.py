"""Prompts on one update are exactly the questions all updates together would ask about it."""

import pytest

from jointaction.domain.claims.prompting import prompts_on
from jointaction.domain.claims.questions import Kind, LocalWords, questions
from tests.domain.claims.placed import an_update

MEETINGS = "{} doorstep mediation meetings (counting those held in halls)"
PASSAGE = "The day with our neighbours led to several arrests and to many cars stopped on the border roads."
UPDATES = (
    an_update(MEETINGS.format(15), key="1"),
    an_update(MEETINGS.format(36), key="2", ref="2.1"),
    an_update(f"{PASSAGE} Burglary fell by 40%.", key="3", ref="3.1"),
    an_update(f"As told elsewhere. {PASSAGE}", key="4", ref="3.5"),
    an_update("Van theft rose 2% (three more thefts, bringing the total to 23).", key="5", ref="4.1"),
    an_update("1,500 packs given out to date.", key="6", ref="5.1", period="2030-31 Q3"),
    an_update("1,200 packs given out to date.", key="6", ref="5.1"),
    an_update("Completed within existing resources", key="8", ref="7.1"),
    an_update("Funding provided for the summer", key="9", ref="7.2"),
    an_update("Nothing in common, and 4 owls counted in a barn.", key="10", ref="7.3"),
    an_update("", key="7", ref="6.1", measures=("Reduce thefts by 4% by March 2031",)),
)


@pytest.mark.parametrize("at", range(len(UPDATES)))
def test_one_update_is_asked_what_all_together_would_ask_about_it(at):
    update = UPDATES[at]
    others = [other for other in UPDATES if other is not update]
    of_all = {question.key for question in questions(UPDATES) if update in question.places}
    assert {question.key for question in prompts_on(update, others)} == of_all


def test_these_updates_are_asked_something():
    assert {question.kind for question in questions(UPDATES)} >= {
        Kind.TWO_VALUES,
        Kind.SAME_PASSAGE,
        Kind.ARITHMETIC,
        Kind.FALLING_TOTAL,
        Kind.TARGET,
    }


def test_a_text_is_not_held_against_the_one_it_takes_the_place_of():
    earlier, later = an_update(MEETINGS.format(15), key="1"), an_update(MEETINGS.format(16), key="1")
    assert prompts_on(later, [earlier]) == ()


def test_the_partnerships_own_words_are_asked_about():
    update = an_update("A licence review of the Gilded Heron is due.")
    local = LocalWords(premises=("Gilded Heron",))
    assert Kind.BEFORE_PUBLIC in {question.kind for question in prompts_on(update, (), local=local)}
