"""jointaction read-figures on texts, plan documents and what cannot be read."""

import json

from click.testing import CliRunner

from jointaction.cli.read_figures import command

ASKED = {"quote", "value_text", "value", "what", "unit", "direction", "comparison", "area", "period"}
A_PLAN = (
    "Community Safety Action Plan 2030-31\n\n"
    "Ref\tObjective\tActions\tMeasure\tLead agency\tUpdate 2030-31 Quarter 4\n"
    "1.1\tReduce noise\tVisit homes\tReduce complaints by 4% by March 2031\tCouncil\t23 visits made.\n"
    "1.2\tReduce theft\tMark tools\tNo of tools\tPolice\t140 tools marked at 6 events.\n"
)


def run(*words, **given):
    return CliRunner().invoke(command, [str(word) for word in words], **given)


def test_a_text_from_standard_input_gives_facts_and_targets_as_json():
    result = run("-", "--json", input="Theft fell by 5% in Ash. Reduce noise by 10% by June 2031.")
    found = json.loads(result.output)
    (fact,), (target,) = found["facts"], found["targets"]
    assert set(fact) >= ASKED
    assert (fact["value"], fact["unit"], fact["direction"], fact["area"]) == (
        5,
        "percent_change",
        "down",
        "Ash",
    )
    assert (target["value"], target["bound"], target["by"]) == (10, "reduce by", "June 2031")


def test_a_plan_document_gives_each_figure_with_its_row(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(A_PLAN, encoding="utf-8")
    found = json.loads(run(file, "--json").output)
    assert [(fact["ref"], fact["value"], fact["period"]) for fact in found["facts"]] == [
        ("1.1", 23, "2030-31 Q4"),
        ("1.2", 140, "2030-31 Q4"),
        ("1.2", 6, "2030-31 Q4"),
    ]
    assert [(target["ref"], target["field"], target["value"]) for target in found["targets"]] == [
        ("1.1", "measures", 4)
    ]


def test_without_json_a_line_a_figure_and_their_number_are_printed(tmp_path):
    file = tmp_path / "note.txt"
    file.write_text("12 patrols went out.", encoding="utf-8")
    assert run(file).output == "12 count  patrols\n1 figures, 0 targets. Add --json for all of it.\n"


def test_the_report_asks_about_a_plan_and_refuses_a_bare_text(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(A_PLAN, encoding="utf-8")
    assert "The date has come and no update says whether it was met." in run(file, "--report").output
    note = tmp_path / "note.txt"
    note.write_text("12 patrols.", encoding="utf-8")
    result = run(note, "--report")
    assert result.exit_code == 1
    assert "no plan was found" in result.output


def test_a_text_in_another_coding_is_refused_with_what_to_do(tmp_path):
    file = tmp_path / "note.txt"
    file.write_bytes("£5".encode("latin-1"))
    result = run(file)
    assert result.exit_code == 1
    assert "save it as UTF-8" in result.output
