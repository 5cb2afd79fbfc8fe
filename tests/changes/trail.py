"""What a change left in the audit trail, and whether all chains are whole."""

from collections.abc import Iterator
from contextlib import contextmanager

from jointaction.queries.audit import chains
from jointaction.store.models import AuditEntry


@contextmanager
def entries() -> Iterator[list[AuditEntry]]:
    """The entries that were added inside the block (filled at its end), every chain being whole."""
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    added: list[AuditEntry] = []
    yield added
    added.extend(AuditEntry.objects.filter(pk__gt=last).order_by("pk"))
    assert [chain.breaks_at for chain in chains()] == [None] * len(chains())
