import json

import pytest
from click.testing import CliRunner
from django.db import connection

from jointaction.changes.own_account import note_own_account
from jointaction.cli.main import DOORS, main
from jointaction.domain.access import Role
from jointaction.store.files import kept_file
from jointaction.store.models import Import, PaperFile, Plan
from tests import committee_papers, factories
from tests.changes.documents import a_file_of_nothing_known, a_text_plan


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def coordinator(db):
    factories.alder_vale()
    return factories.email(Role.COORDINATOR)


def test_every_command_is_listed_with_what_it_does():
    listed = run("--help").output
    for name, door in DOORS.items():
        assert name in listed
        assert door.help.split()[0] in listed


@pytest.mark.parametrize("name", sorted(DOORS))
def test_every_command_tells_how_it_is_used(name):
    told = run(name, "--help")
    assert told.exit_code == 0
    assert told.output.startswith(f"Usage: main {name}")


def test_an_unknown_command_is_told():
    assert "No such command 'read-plans'" in run("read-plans").output


def test_a_document_is_read_without_a_database_and_summed_up(tmp_path):
    told = run("read-plan", a_text_plan(tmp_path))
    assert told.exit_code == 0
    assert "Safer Sheds Action Plan" in told.output
    assert "2 objectives" in told.output


def test_a_document_is_read_as_json(tmp_path):
    read = json.loads(run("read-plan", a_text_plan(tmp_path), "--json").output)
    (plan,) = read["plans"]
    assert plan["year"] == "2031-32"
    rows = [row for theme in plan["themes"] for row in theme["rows"]]
    assert [row["ref"] for row in rows] == ["1.1", "1.2"]
    assert {"title", "year", "themes"} <= set(plan)


def test_a_file_that_is_no_document_ends_in_a_sentence_with_its_name(tmp_path):
    told = run("read-plan", a_file_of_nothing_known(tmp_path))
    assert told.exit_code == 1
    assert told.output.startswith("Error: plan.docx: ")
    assert "Traceback" not in told.output


def test_a_plan_is_read_for_review_then_accepted(coordinator, tmp_path):
    path = a_text_plan(tmp_path)
    read = run("import-plan", path, "--as", coordinator)
    assert read.exit_code == 0
    assert "Read: 1 plan, 2 objectives" in read.output
    assert not Plan.objects.exists()
    accepted = run("import-plan", path, "--as", coordinator.upper(), "--accept")
    assert accepted.output.startswith("Accepted: plan ")
    assert Import.objects.count() == Plan.objects.count() == 1


def test_a_plan_is_not_imported_by_who_may_not(coordinator, tmp_path):
    for address in (factories.email(Role.ANALYST), factories.email("former"), "nobody@alder.example"):
        told = run("import-plan", a_text_plan(tmp_path), "--as", address)
        assert told.exit_code == 1
        assert f"Error: {address} may not import plans here" in told.output
    assert not Import.objects.exists()


def test_a_refused_document_ends_the_import_in_a_sentence(coordinator, tmp_path):
    told = run("import-plan", a_file_of_nothing_known(tmp_path), "--as", coordinator)
    assert told.exit_code == 1
    assert Import.objects.get().refusal in told.output


def test_a_plan_without_a_year_is_not_accepted_and_nothing_saved(coordinator, tmp_path):
    path = a_text_plan(tmp_path, title="Safer Sheds")
    told = run("import-plan", path, "--as", coordinator, "--accept")
    assert told.exit_code == 1
    assert "Nothing was saved." in told.output
    assert not Plan.objects.exists()


def test_a_paper_is_written_where_it_is_wanted(coordinator, tmp_path):
    plan_id = factories.accepted_plan(factories.member(Role.COORDINATOR))
    path = tmp_path / "paper.csv"
    words = (
        "paper",
        plan_id,
        "--as",
        coordinator,
        "--format",
        "csv",
        "--period",
        "2031-32 Q3",
        "--out",
        path,
    )
    told = run(*words)
    assert (told.exit_code, told.output) == (0, f"Wrote {path}\n")
    assert "Two fairs held" in path.read_text(encoding="utf-8-sig")


def test_an_issued_paper_is_fetched_byte_for_byte(coordinator, tmp_path):
    viewer = factories.member(Role.COORDINATOR)
    number = committee_papers.issued(viewer, factories.accepted_plan(viewer))
    path = tmp_path / "paper.docx"
    words = ("paper", "--issued", number, "--as", coordinator, "--out", path)
    told = run(*words)
    assert (told.exit_code, told.output) == (0, f"Wrote {path}\n")
    kept = kept_file(PaperFile.objects.get(extension="docx").sha256)
    assert path.read_bytes() == kept.read_bytes()
    assert "sees no issued paper 9" in run("paper", "--issued", 9, "--as", coordinator).output
    assert "Name a plan, or an issued paper" in run("paper", "--as", coordinator).output
    kept.write_bytes(b"other")
    assert "no longer what was issued" in run(*words).output


def test_a_paper_that_cannot_be_made_says_why(coordinator, tmp_path):
    plan_id = factories.accepted_plan(factories.member(Role.COORDINATOR))
    factories.whitmoor()
    outsider, out = factories.email(Role.COORDINATOR, "whitmoor"), ("--out", tmp_path / "paper.csv")
    for words in (
        (plan_id, "--as", outsider),
        (plan_id, "--as", coordinator, "--period", "2019-20 Q1"),
        (9, "--as", coordinator),
    ):
        told = run("paper", *words, "--format", "csv", *out)
        assert told.exit_code == 1
        assert "sees no such plan or period" in told.output
    assert not (tmp_path / "paper.csv").exists()


def test_entries_cut_off_the_end_are_told_by_an_end_kept_elsewhere(coordinator, tmp_path):
    kept = tmp_path / "heads"
    note_own_account(factories.member(Role.COORDINATOR).person_id, "sign in")
    kept.write_text(f"Nov 23 02:10:01 alder jointaction[812]: {run('chain-heads').output}")
    assert "1 kept ends found" in run("verify-audit", "--kept", str(kept)).output
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_no_delete")
        else:
            cursor.execute("ALTER TABLE store_auditentry DISABLE TRIGGER audit_no_change")
        cursor.execute("DELETE FROM store_auditentry WHERE sequence = 2")
    assert run("verify-audit").exit_code == 0
    cut = run("verify-audit", "--kept", str(kept))
    assert cut.exit_code == 1
    assert "entry 2 as kept is GONE or changed" in cut.output
    kept.write_text("nothing of the kind")
    assert "holds no line of `jointaction chain-heads`" in run("verify-audit", "--kept", str(kept)).output


def test_the_audit_trail_is_verified_and_a_break_is_told(coordinator):
    whole = run("verify-audit")
    assert whole.exit_code == 0
    assert "1 entries, whole; last hash " in whole.output
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_no_update")
        else:
            cursor.execute("ALTER TABLE store_auditentry DISABLE TRIGGER audit_no_change")
        cursor.execute("UPDATE store_auditentry SET summary = 'other'")
    broken = run("verify-audit")
    assert broken.exit_code == 1
    assert "BROKEN at entry 1" in broken.output
