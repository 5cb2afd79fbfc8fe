"""A reading laid out in places (plan, theme, row, field), so that two readings can be compared."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.fields import LIST_FIELDS, TEXT_FIELDS, Field

Slot = tuple[str, str, str]  # field, period, area
Place = tuple[str, str, Slot]  # year, row or theme, slot
Pairs = Counter[tuple[str, str]]


def named_rows(plans: list[PlanDraft]) -> Iterator[tuple[str, str, RowDraft]]:
    """Every row with its plan's year and its name; a reference standing twice gets a number."""
    for plan in plans:
        seen: Counter[str] = Counter()
        for row in plan.rows:
            ref = (row.ref or "").strip() or "(no ref)"
            seen[ref] += 1
            yield plan.year or "", ref if seen[ref] == 1 else f"{ref} ({seen[ref]})", row


def places(plans: list[PlanDraft]) -> dict[Place, list[str]]:
    """The words of every field of every row, theme and plan."""
    book: dict[Place, list[str]] = {}
    for plan in plans:
        year = plan.year or ""
        book[year, "", ("title", "", "")] = (plan.title or "").split()
        for number, theme in enumerate(plan.themes, 1):
            heading = f"{theme.number or ''} {theme.title or ''}"
            book[year, f"theme {theme.number or number}", ("theme", "", "")] = heading.split()
    for year, name, row in named_rows(plans):
        for slot, text in slots_of(row):
            if words := [bare(word, (year, name, slot)) for word in text.split()]:
                book.setdefault((year, name, slot), []).extend(words)
    return book


def slots_of(row: RowDraft) -> Iterator[tuple[Slot, str]]:
    """Every field of a row with its text, an update's under its period and area."""
    for name in sorted(TEXT_FIELDS):
        yield (name.value, "", ""), getattr(row, name.value) or ""
    for name in sorted(LIST_FIELDS):
        yield (name.value, "", ""), " ".join(getattr(row, name.value))
    for update in row.updates:
        yield (Field.UPDATE.value, update.period or "", " ".join((update.area or "").split())), update.text
    for note in row.notes:
        yield (Field.NOTE.value, "", ""), note.text


def bare(word: str, place: Place) -> str:
    """The word as it is compared: in a list a closing comma may have gone with the cut.

    Capitals do not count: one mended word of the text has a capital in its middle.
    """
    return ((word.rstrip(",") or word) if place[2][0] in LIST_FIELDS else word).casefold()


def names_of(plans: list[PlanDraft]) -> Counter[str]:
    """The plans, themes, rows and updates, each by a name."""
    names = Counter(f"plan {plan.year}" for plan in plans)
    for plan in plans:
        for theme in plan.themes:
            names[f"theme {plan.year} {theme.number or theme.title or ''}".strip()] += 1
            for row in theme.rows:
                names[f"row {plan.year} {row.ref or ''} of theme {theme.number or ''}".strip()] += 1
    for year, name, row in named_rows(plans):
        for update in row.updates:
            area = " ".join((update.area or "").split())
            names[f"update {year} {name} {update.period} {area}".strip()] += 1
    return names


def cuts_of(items: tuple[str, ...]) -> Pairs:
    """The last word before and the first word after each cut of a list."""
    words = [item.split() for item in items if item.split()]
    return Counter((before[-1].rstrip(","), after[0].rstrip(",")) for before, after in pairwise(words))
