"""Writes the audit trail: call `record` inside the transaction of the change it tells of."""

from dataclasses import asdict

from django.utils import timezone

from jointaction.domain.access import Viewer
from jointaction.domain.audit import BESIDE_PLANS, FIRST_HASH, Entry, chained_hash, moment
from jointaction.store.models import AuditEntry, Partnership


def one_at_a_time(viewer: Viewer) -> None:
    """Let the partnership's writers pass one by one, until the caller's transaction ends.

    Ask for it before a name is looked for and taken: of two forms sent at once the second then finds it.
    `record` asks too. So lock the plan before it, and everything else after it: then no two writers wait
    for each other.
    """
    Partnership.objects.select_for_update().values_list("pk").get(pk=viewer.partnership_id)


def record(
    viewer: Viewer,
    *,
    action: str,
    thing: str,
    thing_id: object,
    summary: str = "",
    before: str = "",
    after: str = "",
) -> None:
    """Append one entry to the partnership's chain, in the caller's transaction.

    The partnership's row is locked so that two writers cannot take the same link; the hash of one that may
    change what plans show becomes its stamp, by which pages are remembered (queries/shown.py).
    """
    one_at_a_time(viewer)
    chain = AuditEntry.objects.filter(partnership_id=viewer.partnership_id).order_by("-sequence")
    last, previous = chain.values_list("sequence", "hash").first() or (0, FIRST_HASH)
    now = timezone.now()
    entry = Entry(
        partnership_id=viewer.partnership_id,
        sequence=last + 1,
        at=moment(now),
        person_id=viewer.person_id,
        person=viewer.name,
        action=action,
        thing=thing,
        thing_id=str(thing_id),
        summary=summary,
        before=before,
        after=after,
    )
    fields = asdict(entry) | {"at": now}
    link = AuditEntry.objects.create(**fields, previous_hash=previous, hash=chained_hash(entry, previous))
    if action not in BESIDE_PLANS:
        Partnership.objects.filter(pk=viewer.partnership_id).update(stamp=link.hash)
