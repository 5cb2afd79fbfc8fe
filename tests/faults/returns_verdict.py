"""Run as a program on an installation: what the returns hold, for a test to compare with the ledgers."""

import json
from collections import Counter

import django

django.setup()

from jointaction.queries.audit import chains  # noqa: E402
from jointaction.store.models import Answer, AuditEntry, OutgoingMail, Return  # noqa: E402

if __name__ == "__main__":
    saves = AuditEntry.objects.filter(action="save answer")
    handed_in = AuditEntry.objects.filter(action="submit (return)").values_list("thing_id", flat=True)
    print(
        json.dumps(
            {
                "answers": {
                    f"{each.of_return_id} {each.objective_id}-{each.area_id or 0}": [each.text, each.version]
                    for each in Answer.objects.all()
                },
                "states": {str(each.pk): each.state for each in Return.objects.all()},
                "saves": saves.count(),
                "submits": dict(Counter(handed_in)),
                "receipts": OutgoingMail.objects.filter(key__startswith="receipt").count(),
                "broken": [chain.partnership for chain in chains() if chain.breaks_at is not None],
            }
        )
    )
