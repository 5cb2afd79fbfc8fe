"""The agencies, groups and areas a partnership knows, for telling what a name in a plan stands for."""

from dataclasses import replace

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.parties import Known, KnownParties, new_names
from jointaction.store.models import Agency, Area, Group


def known_names(viewer: Viewer) -> KnownParties:
    """The same for those who bring in plans, to choose from."""
    viewer.require(Permission.IMPORT_PLANS)
    return known_parties(viewer.partnership_id)


def names_to_add(viewer: Viewer, row: RowDraft) -> tuple[str, ...]:
    """The agencies and groups an objective names that the partnership does not know yet."""
    viewer.require(Permission.WRITE_PLANS)
    plan = PlanDraft(None, None, (ThemeDraft(None, None, (replace(row, updates=()),)),))
    found = new_names(DocumentDraft((plan,)), known_parties(viewer.partnership_id))
    return tuple(name.name for name in found)


def known_parties(partnership_id: int) -> KnownParties:
    """Everything the partnership's plans can name, with every way it is written."""

    def known(kind: type[Agency] | type[Group] | type[Area]) -> tuple[Known, ...]:
        things = kind._default_manager.filter(partnership_id=partnership_id)
        return tuple(Known(thing.pk, thing.names) for thing in things)

    return KnownParties(known(Agency), known(Group), known(Area))
