from jointaction.domain.fields import Field
from jointaction.domain.periods import PlanYear
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.outline import Section
from jointaction.sources.documents.plancolumns import plan_columns, usual_period


def section(*columns: Column) -> Section:
    return Section(0, None, None, columns)


REF = Column(Field.REF, "Ref")


def test_the_most_frequent_writing_of_a_heading_is_the_councils():
    broken, right = Column(Field.LEAD_AGENCY, "Lead agenc"), Column(Field.LEAD_AGENCY, "Lead agency")

    found = plan_columns([section(REF, broken), section(REF, right), section(REF, right)])

    assert [(column.heading, column.field) for column in found] == [
        ("Ref", Field.REF),
        ("Lead agency", Field.LEAD_AGENCY),
    ]


def test_areas_of_one_heading_are_one_column():
    found = plan_columns(
        [section(REF, Column(Field.UPDATE, "Update", "North"), Column(Field.UPDATE, "Update", "South"))]
    )

    assert [column.heading for column in found] == ["Ref", "Update"]


def test_two_columns_of_one_field_stay_two():
    found = plan_columns([section(Column(Field.UPDATE, "Q1"), Column(Field.UPDATE, "Q2"))])

    assert [column.heading for column in found] == ["Q1", "Q2"]


def test_the_usual_period_is_the_quarter_most_headings_name():
    update = Column(Field.UPDATE, "Update: 2009/10 Quarter 4")

    assert (
        str(usual_period([section(update), section(Column(Field.UPDATE, "Update"))], PlanYear(2009)))
        == "2009-10 Q4"
    )
    assert usual_period([section(REF)], PlanYear(2009)) is None
