"""Run as a program on an installation: what the tables hold, for a test to compare with the ledgers.

With `settle` it first does what the clock would: stuck readings are taken up and waiting jobs done.
With `close` it closes the books half a day later, so that all leftovers are swept.
"""

import json
import re
import sys
from datetime import timedelta

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_q.models import OrmQ  # noqa: E402

from jointaction.changes.imports.due import take_up_stuck  # noqa: E402
from jointaction.changes.imports.upload import read_import  # noqa: E402
from jointaction.changes.sweeping import sweep_files  # noqa: E402
from jointaction.domain.imports import ImportState  # noqa: E402
from jointaction.queries.audit import chains  # noqa: E402
from jointaction.sources.documents.draft_json import draft_from_json  # noqa: E402
from jointaction.store.files import file_sha256, kept_file  # noqa: E402
from jointaction.store.keeping.sqlite_copy import sqlite_contents  # noqa: E402
from jointaction.store.models import AuditEntry, Import, Objective, Plan, SourceDocument  # noqa: E402

TOKEN = re.compile(r"count \d+ by ([\w.-]+)")


def settle() -> None:
    """Two rounds of run-due, eleven minutes apart, with a worker between them."""
    for minutes in (11, 22):
        take_up_stuck(timezone.now() + timedelta(minutes=minutes))
        for job in OrmQ.objects.order_by("pk"):
            read_import(*job.task["args"])
            job.delete()


def edits(import_id: int) -> dict[str, object]:
    """The number in the row under edit, and every edit the audit trail tells of, in order."""
    draft = Import.objects.get(pk=import_id).draft
    counts = [int(found) for found in re.findall(r"count (\d+) by", draft)]
    told = AuditEntry.objects.filter(action="correct row", thing_id=str(import_id)).order_by("sequence")
    tokens = [TOKEN.search(after)[1] for after in told.values_list("after", flat=True)]
    newest = TOKEN.search(draft)
    return {"count": max(counts, default=0), "tokens": tokens, "newest": newest and newest[1]}


def half_imported() -> list[str]:
    """Imports whose state and plans disagree, or whose plan lacks rows."""
    found = []
    for line in Import.objects.exclude(idempotency_key=None).select_related("document"):
        plans = list(Plan.objects.filter(came_from=line))
        wanted = len(draft_from_json(line.draft).rows) if line.state == ImportState.ACCEPTED else 0
        there = Objective.objects.filter(theme__plan__in=plans).count()
        accepted = AuditEntry.objects.filter(action="accept document", thing_id=str(line.pk)).count()
        if there != wanted or accepted != (line.state == ImportState.ACCEPTED):
            found.append(f"{line.pk} {line.state}: {there} of {wanted} rows, {accepted} acceptances")
    return found


def lost_files() -> list[str]:
    """Documents the tables name whose file is not there as it came."""
    named = SourceDocument.objects.values_list("sha256", flat=True)
    return [sha for sha in named if not kept_file(sha).exists() or file_sha256(kept_file(sha)) != sha]


def orphans() -> int:
    """Files that no document names."""
    named = set(SourceDocument.objects.values_list("sha256", flat=True))
    folder = kept_file("00").parent.parent
    return sum(file.is_file() and file.name not in named for file in folder.rglob("*"))


def verdict(import_id: int) -> dict[str, object]:
    """Everything, as values JSON can write."""
    return {
        **edits(import_id),
        "broken": [chain.partnership for chain in chains() if chain.breaks_at is not None],
        "hashes": {
            entry.sequence: entry.hash
            for entry in AuditEntry.objects.filter(partnership_id=_partnership(import_id))
        },
        "imports": {str(line.idempotency_key): line.state for line in Import.objects.all()},
        "half": half_imported(),
        "lost_files": lost_files(),
        "orphans": orphans(),
        "integrity": _integrity(),
    }


def _partnership(import_id: int) -> int:
    return Import.objects.values_list("partnership_id", flat=True).get(pk=import_id)


def _integrity() -> str:
    if connection.vendor == "sqlite":
        sqlite_contents(connection.settings_dict["NAME"])
    return "ok"


if __name__ == "__main__":
    if "settle" in sys.argv:
        settle()
    if "close" in sys.argv:
        sweep_files(timezone.now() + timedelta(days=2))
    print(json.dumps(verdict(int(sys.argv[1]))))
