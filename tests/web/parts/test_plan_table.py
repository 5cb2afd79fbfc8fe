"""How a section lies on the page."""

import pytest
from django.template import Context, Template

from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.web.parts.components import Kind
from jointaction.web.parts.plan_table import laid_out, status_kind

REF = PaperColumn("Ref", Field.REF, 0.1)
AIM = PaperColumn("Objective", Field.OBJECTIVE, 0.5)
NORTH = PaperColumn("North", Field.UPDATE, 0.2, group="Update")
SOUTH = PaperColumn("South", Field.UPDATE, 0.2, group="Update")


def section(*columns: PaperColumn, lines: tuple[str, ...] = ("word",)) -> PaperSection:
    cells = tuple(PaperCell(lines) for _ in columns)
    return PaperSection("1. Streets", columns, (PaperRow(cells, key="1/1"),))


def drawn(shown: PaperSection, **more: str) -> str:
    arguments = " ".join(f'{name}="{value}"' for name, value in more.items())
    text = f'{{% include "components/plan_table.html" with section=section {arguments} only %}}'
    return Template(text).render(Context({"section": shown}))


def test_columns_of_one_group_stand_under_one_heading():
    table = laid_out(section(REF, AIM, NORTH, SOUTH))
    assert [(head.text, head.columns, head.rows) for head in table.top] == [
        ("Ref", 1, 2),
        ("Objective", 1, 2),
        ("Update", 2, 1),
    ]
    assert [head.text for head in table.under] == ["North", "South"]


def test_a_section_without_groups_has_one_row_of_headings():
    table = laid_out(section(REF, AIM))
    assert [head.rows for head in table.top] == [1, 1]
    assert not table.under


def test_a_cells_label_names_its_group_and_column():
    assert [column.label for column in laid_out(section(REF, NORTH)).columns] == ["Ref", "Update: North"]


@pytest.mark.parametrize(("columns", "size"), [(9, "few"), (10, "many"), (13, "many"), (14, "most")])
def test_the_size_follows_the_number_of_columns(columns: int, size: str):
    assert laid_out(section(*[NORTH] * columns)).size == size


def test_only_long_texts_are_folded():
    assert folds(AIM, "many words " * 80)
    assert not folds(AIM, "few words")


def test_many_short_lines_are_folded_too():
    assert folds(AIM, *["a line"] * 10)


def folds(column: PaperColumn, *lines: str) -> bool:
    return laid_out(section(REF, column)).columns[1].is_long(PaperCell(lines))


def test_a_row_with_a_cell_too_few_is_refused():
    crooked = PaperSection(None, (REF, AIM), (PaperRow((PaperCell(("1",)),)),))
    with pytest.raises(ValueError, match="shorter"):
        drawn(crooked)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("On track", Kind.DONE), (" AMBER. ", Kind.WATCH), ("red", Kind.OFF), ("Tuesday", None), ("", None)],
)
def test_a_status_word_has_a_shape_only_when_it_is_known(word: str, kind: Kind | None):
    assert status_kind(word) is kind


def test_a_rows_first_cell_leads_to_its_page():
    assert 'href="/plans/3/1%2F1/">word</a>' in drawn(section(REF, AIM), link_prefix="/plans/3/")


def test_a_first_cell_without_words_can_still_be_opened():
    assert ">Open</a>" in drawn(section(REF, AIM, lines=()), link_prefix="/plans/3/")


def test_a_table_without_an_address_has_no_links():
    assert "<a " not in drawn(section(REF, AIM))


def test_folded_text_is_whole_in_the_page():
    text = "word " * 400 + "end"
    assert text in drawn(section(REF, AIM, lines=(text,)))


def test_texts_are_shown_as_written():
    assert "&lt;b&gt;" in drawn(section(REF, AIM, lines=("<b>",)))


def test_a_table_without_a_heading_still_has_a_caption():
    bare = PaperSection(None, (REF,), ())
    assert "Plan of 2026" in drawn(bare, caption="Plan of 2026")
