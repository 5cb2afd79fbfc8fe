"""The report on a document's plans, on plans of our own."""

from jointaction.domain.claims.document import figures_of
from jointaction.domain.claims.over_years import series
from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.report import as_markdown, report
from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field


def a_plan(year: str, text: str, **columns) -> PlanDraft:
    row = RowDraft(
        key=f"{year} 1.1", ref="1.1", objective="Reduce noise", updates=(UpdateDraft(text, f"{year} Q4"),)
    )
    row = RowDraft(**{name: getattr(row, name) for name in RowDraft.__slots__} | columns)
    return PlanDraft("Plan", year, (ThemeDraft("1", "Noise", (row,)),))


TWO_YEARS = DocumentDraft(
    (
        a_plan("2030-31", "14 doorstep mediation meetings."),
        a_plan(
            "2031-32", "20 doorstep mediation meetings. PC Quill led them.", measures=("At least 5 meetings",)
        ),
    )
)


def test_facts_carry_their_period_and_targets_their_field():
    found = figures_of(TWO_YEARS)
    assert [(placed.plan, placed.fact.period, placed.fact.value) for placed in found.facts] == [
        ("2030-31", "2030-31 Q4", 14),
        ("2031-32", "2031-32 Q4", 20),
    ]
    assert [(placed.field, placed.target.value) for placed in found.targets] == [(Field.MEASURE, 5)]


def test_one_thing_of_two_years_makes_a_series():
    (meetings,) = series(figures_of(TWO_YEARS))
    assert [placed.fact.value for placed in meetings.figures] == [14, 20]


def test_a_row_without_an_update_is_placed_for_its_targets():
    bare = a_plan("2030-31", "", updates=())
    (update,) = placed_updates(DocumentDraft((bare,)))
    assert (update.text, update.period) == ("", "2030-31 Q1")


def test_the_file_holds_every_question_with_place_reason_quote_and_remedy():
    found = report(TWO_YEARS)
    (question,) = [question for section in found.sections for question in section.questions]
    text = as_markdown(found)
    for words in (question.places[0].place, question.reason, question.quote, question.settles):
        assert words in text
    assert "doorstep mediation meetings: 2030-31 1.1: 14, 2031-32 1.1: 20" in text
