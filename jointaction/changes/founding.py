"""The first act of a partnership: it is set up, and its coordinator asked in."""

from django.db import transaction

from jointaction.changes.invitations import Invited, invite_member
from jointaction.changes.partners import set_up_partnership
from jointaction.domain.partnership import PartnershipSetup
from jointaction.store.models import Membership


def found_partnership(setup: PartnershipSetup) -> Invited:
    """Set a partnership up and make its coordinator's invitation; both or neither.

    Raises NotVisibleError when the set-up names no coordinator, IntegrityError when the partnership or
    one of its people is known already.
    """
    with transaction.atomic():
        viewer = set_up_partnership(setup)
        here = Membership.objects.filter(partnership_id=viewer.partnership_id)
        return invite_member(viewer, membership_id=here.get(person_id=viewer.person_id or 0).pk)
