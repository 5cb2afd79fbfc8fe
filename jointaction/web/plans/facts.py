"""What is known of an objective, label by label."""

from django.urls import reverse

from jointaction.domain.drafts import RowDraft
from jointaction.domain.fields import TEXT_FIELDS, Field
from jointaction.domain.row_texts import COST_PLANNED, COST_SPENT, DUE, FUNDING_KIND, row_texts
from jointaction.queries.pages import ObjectivePage, PartyLine
from jointaction.web.parts.components import Fact

SHOWN_APART = {Field.REF, Field.OBJECTIVE, Field.STATUS}


def row_facts(row: RowDraft) -> tuple[Fact, ...]:
    """The row's short texts that are filled, in the order fields have, and its other columns."""
    texts = [
        Fact(field.label, getattr(row, field.value))
        for field in Field
        if field in TEXT_FIELDS - SHOWN_APART and getattr(row, field.value)
    ]
    return (*texts, *_dates_and_money(row), *(Fact(note.heading, note.text) for note in row.notes))


def _dates_and_money(row: RowDraft) -> tuple[Fact, ...]:
    told = row_texts(row)
    return tuple(
        Fact(label, told[label][:1].upper() + told[label][1:])
        for label in (DUE, FUNDING_KIND, COST_PLANNED, COST_SPENT)
        if label in told
    )


def party_facts(page: ObjectivePage) -> tuple[Fact, ...]:
    """Who leads, then who supports, each leading to everything of theirs."""
    return tuple(
        Fact(
            party.part.capitalize(),
            _party_words(party),
            reverse(party.filter_name, args=[party.filter_value]) if party.filter_name else "",
        )
        for party in sorted(page.parties, key=lambda party: not party.part.startswith("lead"))
    )


def _party_words(party: PartyLine) -> str:
    if party.known_as and party.known_as != party.words and f"({party.known_as})" not in party.words:
        return f"{party.words} ({party.known_as})"
    return party.words
