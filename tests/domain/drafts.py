"""Plan drafts of an invented district, and how Hypothesis makes more of them."""

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


def a_plan(
    *rows: RowDraft, title: str | None = "Safer Sheds", year: str | None = "2031-32"
) -> PlanDraft:
    """A plan with one theme that holds the rows."""
    return PlanDraft(title, year, (ThemeDraft("1", "Thefts", rows),), COLUMNS)


def a_document(*rows: RowDraft, **plan) -> DocumentDraft:
    """A document with one plan of one theme."""
    return DocumentDraft((a_plan(*rows, **plan),), (UNSURE,))


_words = st.sampled_from(("sheds", "by June", "é – £5", "two\nlines", "AVDC & wardens", "NI 16"))
_maybe = st.sampled_from((None, "sheds", "by July", "1 & 2"))
_list = st.sampled_from(((), ("sheds",), ("by June", "NI 16"), ("é – £5", "AVDC & wardens", "none")))
_updates = st.lists(
    st.builds(
        UpdateDraft,
        _words,
        st.sampled_from((None, "2031-32 Q3", "2031-32 Q4", "2031-32")),
        st.sampled_from((None, "Alderbrook", "Wharf End")),
    ),
    max_size=3,
).map(tuple)
_notes = st.lists(st.builds(NoteDraft, st.just("Cost code"), _words), max_size=2).map(tuple)


def rows(key: str) -> st.SearchStrategy[RowDraft]:
    """Rows with this key that say anything at all."""
    return st.builds(
        RowDraft,
        key=st.just(key),
        ref=_maybe,
        objective=st.just("") | _words,
        actions=_list,
        measures=_list,
        indicator_refs=_list,
        lead_agencies=_list,
        lead_groups=_list,
        support=_list,
        timescale=_maybe,
        funding=_maybe,
        status=_maybe,
        baseline=_maybe,
        target=_maybe,
        updates=_updates,
        notes=_notes,
    )


@st.composite
def documents(draw: st.DrawFn) -> DocumentDraft:
    """Documents of one or two plans with up to six rows in all, keys r1, r2, .. in order."""
    keys = iter(range(1, 100))
    plans = []
    for number in range(draw(st.integers(1, 2))):
        themes = tuple(
            ThemeDraft(
                str(at), "Theme", tuple(draw(rows(f"r{next(keys)}")) for _ in range(draw(st.integers(1, 2))))
            )
            for at in range(draw(st.integers(1, 2)))
        )
        plans.append(PlanDraft(f"Plan {number}", "2031-32", themes, COLUMNS))
    return DocumentDraft(tuple(plans))


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
