from jointaction.sources.documents.between import between, is_clear_theme_line
from jointaction.sources.documents.blocks import Paragraph
from tests.sources.documents.stage_values import heading


def test_a_plans_title_is_told_from_the_lines_around_it():
    lines = [Paragraph("Reference paper"), Paragraph("Safety Plan 2012-13"), heading("Priority 1: Burglary")]

    found = between(lines, has_plan=False)

    assert found.plan is not None
    assert found.plan.words == "Safety Plan 2012-13"
    assert found.theme is not None
    assert (found.theme.number, found.theme.words) == ("1", "Burglary")
    assert [line.text for line in found.strays] == ["Reference paper"]


def test_a_title_without_year_counts_only_for_the_first_plan():
    lines = [Paragraph("Community Safety Action Plan")]

    first, second = between(lines, has_plan=False), between(lines, has_plan=True)

    assert first.plan is not None
    assert second.plan is None


def test_a_status_above_a_table_is_its_rows_status():
    assert between([heading("Completed actions:")], has_plan=True).status == "Completed actions"


def test_sentences_are_neither():
    found = between([Paragraph("The board agreed this plan in May.")], has_plan=True)

    assert (found.plan, found.theme, found.status) == (None, None, None)
    assert len(found.strays) == 1


def test_only_loud_lines_begin_a_theme_above_rows_without_header():
    assert is_clear_theme_line(Paragraph("Priority 2: Young people"))
    assert is_clear_theme_line(heading("Young people"))
    assert not is_clear_theme_line(Paragraph("Young people"))
