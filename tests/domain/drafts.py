"""Plan drafts of an invented district, and how Hypothesis makes more of them."""

from random import Random

from hypothesis import strategies as st

from jointaction.domain.drafts import (
    CellOrigin,
    ColumnDraft,
    DocumentDraft,
    NoteDraft,
    Place,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field

COLUMNS = (
    ColumnDraft("Ref", Field.REF),
    ColumnDraft("What we want", Field.OBJECTIVE),
    ColumnDraft("What we will do", Field.ACTION),
    ColumnDraft("How we will know", Field.MEASURE),
    ColumnDraft("Indicator", Field.INDICATOR),
    ColumnDraft("Who leads", Field.LEAD_AGENCY),
    ColumnDraft("Which group", Field.LEAD_GROUP),
    ColumnDraft("Who helps", Field.SUPPORT),
    ColumnDraft("Cost code", Field.NOTE),
    ColumnDraft("Progress 2031-32 Quarter 4", Field.UPDATE),
)
UNSURE = ReadingWarning("text-not-placed", "These words stood between two columns.", "by June")


def a_row(key: str, objective: str = "Fewer sheds are broken into", **fields) -> RowDraft:
    """A row with an objective, and whatever else the test needs."""
    return RowDraft(key, **({"ref": f"{key}.1", "objective": objective} | fields))


def full_row(key: str) -> RowDraft:
    """A row in which every field says something."""
    return a_row(
        key,
        actions=("Mark garden tools at the spring fair", "Lend shed alarms through libraries"),
        measures=("Tools marked", "Sheds entered, against last year"),
        indicator_refs=("NI 16", "LI 3"),
        lead_agencies=("Constabulary",),
        lead_groups=("Burglary Group",),
        support=("Allotment society", "Library service"),
        timescale="By June",
        funding="£900 from the safety fund",
        status="On track",
        baseline="41 sheds",
        target="30 sheds",
        updates=(
            UpdateDraft("Two fairs held", "2031-32 Q3", "Alderbrook"),
            UpdateDraft("One fair held", "2031-32 Q3", "Wharf End"),
            UpdateDraft("Three fairs held\nAlarms all lent", "2031-32 Q4", None),
        ),
        notes=(NoteDraft("Cost code", "C-17"),),
        source=Place(page=1, line=4),
        origins=(CellOrigin(Field.OBJECTIVE, Place(page=1, line=4, cell="2"), "Fewer sheds", 0.9),),
        warnings=(UNSURE,),
    )


def a_plan(*rows: RowDraft, title: str | None = "Safer Sheds", year: str | None = "2031-32") -> PlanDraft:
    """A plan with one theme that holds the rows."""
    return PlanDraft(title, year, (ThemeDraft("1", "Thefts", rows),), COLUMNS)


def a_document(*rows: RowDraft, **plan) -> DocumentDraft:
    """A document with one plan of one theme."""
    return DocumentDraft((a_plan(*rows, **plan),), (UNSURE,))


_TEXTS = ("sheds", "by June", "é – £5", "two\nlines", "AVDC & wardens", "NI 16")
_LISTS = ((), ("sheds",), ("by June", "NI 16"), ("é – £5", "AVDC & wardens", "none"))
_PERIODS = (None, "2031-32 Q3", "2031-32 Q4", "2031-32")
_AREAS = (None, "Alderbrook", "Wharf End")
_ONE_TEXT = ("ref", "timescale", "funding", "status", "baseline", "target")
_LIST = ("actions", "measures", "indicator_refs", "lead_agencies", "lead_groups", "support")


def _row(chance: Random, key: str) -> RowDraft:
    updates = tuple(
        UpdateDraft(chance.choice(_TEXTS), chance.choice(_PERIODS), chance.choice(_AREAS))
        for _ in range(chance.randrange(4))
    )
    notes = tuple(NoteDraft("Cost code", chance.choice(_TEXTS)) for _ in range(chance.randrange(3)))
    fields = {name: chance.choice((None, *_TEXTS)) for name in _ONE_TEXT}
    fields |= {name: chance.choice(_LISTS) for name in _LIST}
    return RowDraft(key, objective=chance.choice(("", *_TEXTS)), updates=updates, notes=notes, **fields)


def _document(chance: Random) -> DocumentDraft:
    keys = iter(range(1, 100))
    plans = []
    for number in range(chance.randint(1, 2)):
        themes = tuple(
            ThemeDraft(
                str(at), "Theme", tuple(_row(chance, f"r{next(keys)}") for _ in range(chance.randint(1, 2)))
            )
            for at in range(chance.randint(1, 2))
        )
        plans.append(PlanDraft(f"Plan {number}", "2031-32", themes, COLUMNS))
    return DocumentDraft(tuple(plans))


_seeds = st.integers(0, 2**32)


def rows(key: str) -> st.SearchStrategy[RowDraft]:
    """Rows with this key that say anything at all (made from a number, because that is quick)."""
    return _seeds.map(lambda seed: _row(Random(seed), key))


def documents() -> st.SearchStrategy[DocumentDraft]:
    """Documents of one or two plans with up to eight rows in all, keys r1, r2, .. in order."""
    return _seeds.map(lambda seed: _document(Random(seed)))


def said(row: RowDraft) -> list[str]:
    """Every word a row says, each as often as it is said."""
    parts = (
        row.ref,
        row.objective,
        *row.actions,
        *row.measures,
        *row.indicator_refs,
        *row.lead_agencies,
        *row.lead_groups,
        *row.support,
        row.timescale,
        row.funding,
        row.status,
        row.baseline,
        row.target,
        *(update.text for update in row.updates),
        *(note.text for note in row.notes),
    )
    return [word for part in parts if part for word in part.split()]
