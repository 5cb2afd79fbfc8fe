"""Run as a program: a round with a return, a link and some boxes for each of many partners; prints their ids.

Arguments: how many partners, how many boxes each.
"""

import json
import sys
from dataclasses import replace
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from jointaction.changes.returns.links import make_link  # noqa: E402
from jointaction.changes.returns.opening import open_round  # noqa: E402
from jointaction.domain.drafts import DocumentDraft, ThemeDraft  # noqa: E402
from jointaction.queries.asked import boxes  # noqa: E402
from jointaction.store.models import Return  # noqa: E402
from tests.domain.drafts import a_plan, a_row  # noqa: E402
from tests.factories import accepted_plan, alder_vale  # noqa: E402

PERIOD = "2031-32 Q4"


def a_draft(partners: int, boxes_each: int) -> DocumentDraft:
    """A plan in which each of so many agencies leads so many objectives."""
    rows = tuple(
        a_row(
            f"r{partner}x{box}",
            f"Objective {box} of street {partner} stays safe",
            ref=f"{partner}.{box}",
            lead_agencies=(f"Wardens of Street {partner}",),
        )
        for partner in range(partners)
        for box in range(boxes_each)
    )
    return DocumentDraft((replace(a_plan(), themes=(ThemeDraft("1", "Streets", rows),)),))


if __name__ == "__main__":
    viewer = alder_vale(is_demo=True)
    plan_id = accepted_plan(viewer, a_draft(*map(int, sys.argv[1:])))
    today = timezone.localdate()
    round_id = open_round(
        viewer, plan_id=plan_id, period=PERIOD, opens_on=today, due_on=today + timedelta(days=21)
    )
    made = [
        {
            "return_id": each.pk,
            "token": make_link(viewer, return_id=each.pk, sent_to=f"w{each.pk}@wardens.example").token,
            "keys": [box.key for box in boxes(plan_id, PERIOD, each.agency_id)],
        }
        for each in Return.objects.filter(round_id=round_id).order_by("pk")
    ]
    print(json.dumps({"round_id": round_id, "partners": made}))
