"""From a document's blocks to the draft of its plans, stage by stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jointaction.domain.drafts import (
    NOWHERE,
    DocumentDraft,
    Place,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
)
from jointaction.domain.fields import Field
from jointaction.domain.periods import Period, PlanYear, found_year
from jointaction.sources.documents.alignment import aligned
from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.drafting import RowContext, row_draft, theme_value
from jointaction.sources.documents.fitness import Known
from jointaction.sources.documents.grid import Strip, strips
from jointaction.sources.documents.guessing import is_guessed
from jointaction.sources.documents.headings import stated_period
from jointaction.sources.documents.joining import records
from jointaction.sources.documents.knownnames import known_names
from jointaction.sources.documents.objectives import with_told
from jointaction.sources.documents.outline import Outline, Section, Stray
from jointaction.sources.documents.plancolumns import plan_columns, usual_period
from jointaction.sources.documents.record import Record
from jointaction.sources.documents.sections import outline
from jointaction.sources.documents.titles import Title, title
from jointaction.sources.documents.wordstock import word_stock


def read_plan(blocks: Blocks) -> DocumentDraft:
    """The plans a document holds; words without a place in them are told in warnings."""
    parts = strips(blocks)
    stock = word_stock(_texts(parts))
    found = outline(parts, stock)
    known = Known(stock, known_names(found.sections))
    plans = tuple(_plan(found, number, known) for number in range(len(found.plans)))
    return DocumentDraft(plans, blocks.warnings + tuple(_warnings(found, plans)))


def _texts(parts: tuple[Paragraph | Strip, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield from (cell.text for row in part.rows for cell in row.filled)


def _plan(found: Outline, number: int, known: Known) -> PlanDraft:
    heading = found.plans[number]
    sections = [section for section in found.sections if section.plan == number]
    year = _year(heading, sections)
    period = usual_period(sections, year)
    return PlanDraft(
        heading.words if heading else None,
        str(year) if year else None,
        tuple(_themes(sections, known, number + 1, _Times(year, period, _stated(found, number, year)))),
        plan_columns(sections),
        heading.place if heading else _first_place(sections),
    )


def _year(heading: Title | None, sections: list[Section]) -> PlanYear | None:
    if heading and (year := found_year(heading.words)):
        return year
    words = [section.sheet or "" for section in sections]
    columns = (column for section in sections for column in section.columns)
    words += [column.heading for column in columns if column.field is not Field.BASELINE]
    return next((year for text in words if (year := found_year(text))), None)


def _first_place(sections: list[Section]) -> Place:
    strip = next((strip for section in sections for strip in section.strips), None)
    return strip.place if strip else NOWHERE


@dataclass(frozen=True, slots=True)
class _Times:
    """The plan's year, the quarter most of its headings name, and that which its title or a line states."""

    year: PlanYear | None
    usual: Period | None
    stated: Period | None


def _stated(found: Outline, number: int, year: PlanYear | None) -> Period | None:
    heading, line = found.plans[number], found.periods.get(number)
    texts = (line.text if line else "", heading.words if heading else "")
    return next((period for text in texts if (period := stated_period(text, year))), None)


def _themes(sections: list[Section], known: Known, plan: int, times: _Times) -> Iterator[ThemeDraft]:
    """The plan's themes; sections that follow each other under one theme are one."""
    told = [(theme, record, section) for section in sections for theme, record in _told(section, known)]
    for number, (heading, group) in enumerate(groupby(told, key=lambda item: item[0]), 1):
        rows: list[RowDraft] = []
        for _, record, section in group:
            context = RowContext(
                section.all_columns, known.stock, times.year, times.usual, section.status, times.stated
            )
            rows.append(row_draft(record, context, f"{plan}.{number}.{len(rows) + 1}"))
        yield ThemeDraft(
            heading.number if heading else None,
            heading.words if heading else None,
            tuple(rows),
            heading.place if heading else rows[0].source,
        )


def _told(section: Section, known: Known) -> Iterator[tuple[Title | None, Record]]:
    """The section's records, each with its theme: the section's, or that of its theme column."""
    theme = section.theme
    columns = section.all_columns
    rows = aligned(section.strips, section.columns, known)
    if section.objective:
        rows = tuple(with_told(rows, section.columns, section.objective))
    for record in records(rows, columns):
        if value := theme_value(record, columns, known.stock):
            named = title(value, record.place)
            theme = theme if theme and (theme.number, theme.words) == (named.number, named.words) else named
        yield theme, record


def _warnings(found: Outline, plans: tuple[PlanDraft, ...]) -> Iterator[ReadingWarning]:
    for stray in (*found.strays, *_themes_without_rows(found, plans)):
        yield ReadingWarning("text-not-placed", _STRAY, stray.text.strip(), place=stray.place)
    for line in found.periods.values():
        yield ReadingWarning("period-stated", _PERIOD, line.text, place=line.place)
    if any(is_guessed(section.columns) for section in found.sections):
        yield ReadingWarning("columns-guessed", _GUESSED)
    if not found.sections:
        yield ReadingWarning("no-plan-found", _NO_PLAN)


def _themes_without_rows(found: Outline, plans: tuple[PlanDraft, ...]) -> Iterator[Stray]:
    told = [{(theme.number, theme.title) for theme in plan.themes} for plan in plans]
    for heading, plan in {(section.theme, section.plan): None for section in found.sections}:
        if heading and (heading.number, heading.words) not in told[plan]:
            yield Stray(heading.text, heading.place)


_STRAY = "These words stand outside the plan's rows. Add them to the plan if they belong there."
_PERIOD = "Updates without a period of their own were taken as for this one. Check that they are."
_GUESSED = "The table has no headings, so its columns were guessed. Check each row's fields."
_NO_PLAN = "No table with headings such as Objective, Actions or Lead was found. Check that this is a plan."
