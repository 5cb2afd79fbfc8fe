"""What is different between two papers on the same plan."""

from jointaction.domain.fields import Field
from jointaction.domain.paper_changes import GONE, NEW, paper_changes
from jointaction.domain.papers import Paper, PaperCell, PaperChange, PaperColumn, PaperRow, PaperSection

COLUMNS = (
    PaperColumn("Ref", Field.REF, 0.1),
    PaperColumn("What we want", Field.OBJECTIVE, 0.3),
    PaperColumn("By when", Field.TIMESCALE, 0.2),
    PaperColumn("Update: Quarter 4", Field.UPDATE, 0.4),
)


def section(*rows, heading="1. Thefts", columns=COLUMNS):
    made = tuple(
        PaperRow(tuple(PaperCell((text,) if text else ()) for text in cells), key) for key, *cells in rows
    )
    return PaperSection(heading, columns, made)


def paper(*sections, period="2031-32 Quarter 4"):
    return Paper("Alder Vale", "Safer Sheds", "2031-32", period, sections)


BEFORE = paper(section(("a", "1.1", "Fewer thefts", "May", "Held"), ("b", "1.2", "More locks", "", "Bought")))


def test_equal_papers_differ_in_nothing():
    assert paper_changes(BEFORE, BEFORE) == ()


def test_changed_cells_new_and_gone_objectives_are_told():
    now = paper(section(("a", "1.1", "Fewer thefts", "June", "Held twice"), ("c", "1.3", "Lights", "", "")))
    assert paper_changes(BEFORE, now) == (
        PaperChange("1.1", "By when", "May", "June"),
        PaperChange("1.1", "Update", "Held", "Held twice"),
        PaperChange("1.3", NEW, "", "Lights"),
        PaperChange("1.2", GONE, "More locks", ""),
    )


def test_updates_of_another_period_are_not_changes():
    other = paper(*BEFORE.sections, period="2031-32 Quarter 3")
    later = paper(section(("a", "1.1", "Fewer thefts", "June", "New"), ("b", "1.2", "More locks", "", "New")))
    assert paper_changes(other, later) == (PaperChange("1.1", "By when", "May", "June"),)


def test_a_column_is_known_again_under_another_heading_and_a_new_one_is_a_change():
    renamed = (
        *COLUMNS[:2],
        PaperColumn("Date", Field.TIMESCALE, 0.2),
        PaperColumn("Status", Field.STATUS, 0.4),
    )
    now = paper(section(("a", "1.1", "Fewer thefts", "May", "On track"), columns=renamed))
    first = paper(section(("a", "1.1", "Fewer thefts", "May", "")))
    assert paper_changes(first, now) == (PaperChange("1.1", "Status", "", "On track"),)


def test_updates_by_area_are_compared_area_by_area():
    split = (
        *COLUMNS[:2],
        PaperColumn("North", Field.UPDATE, 0.3, "Update"),
        PaperColumn("South", Field.UPDATE, 0.3, "Update"),
    )
    turned = (*split[:2], split[3], split[2])
    before = paper(section(("a", "1.1", "Fewer thefts", "Held", "None"), columns=split))
    now = paper(section(("a", "1.1", "Fewer thefts", "Two", "Held"), columns=turned))
    assert paper_changes(before, now) == (PaperChange("1.1", "Update, South", "None", "Two"),)


def test_an_objective_that_moved_to_another_theme_is_told_once():
    now = paper(section(*[("a", "1.1", "Fewer thefts", "May", "Held")], heading="2. Locks"))
    first = paper(section(("a", "1.1", "Fewer thefts", "May", "Held")))
    assert paper_changes(first, now) == (PaperChange("1.1", "Theme", "1. Thefts", "2. Locks"),)


def test_papers_without_keys_are_compared_by_reference():
    before, now = (paper(section(("", "1.1", words, "", ""))) for words in ("Locks", "More locks"))
    assert paper_changes(before, now) == (PaperChange("1.1", "What we want", "Locks", "More locks"),)


def test_objectives_that_changed_alike_are_told_together_but_not_those_without_a_reference():
    def of(when, *refs):
        rows = ((f"k{place}", ref, f"Aim {place}", when, "") for place, ref in enumerate(refs))
        return paper(section(*rows))

    assert paper_changes(of("May", "1.1", "1.2", "1.3"), of("June", "1.1", "1.2", "1.3")) == (
        PaperChange("1.1, 1.2, 1.3", "By when", "May", "June"),
    )
    assert len(paper_changes(of("May", "", ""), of("June", "", ""))) == 2
