"""The first act of a partnership: it is set up, and its coordinator asked in."""

from django.db import transaction
from django.db.models import Q

from jointaction.changes.audit import record
from jointaction.changes.invitations import Invited, invite_member
from jointaction.changes.partners import set_up_partnership
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.partnership import PartnershipSetup
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.store.models import Membership, Partnership, Person


def found_partnership(setup: PartnershipSetup) -> Invited:
    """Set a partnership up and make its coordinator's invitation; both or neither.

    Raises NotVisibleError when the set-up names no coordinator, IntegrityError when the partnership or
    one of its people is known already.
    """
    with transaction.atomic():
        viewer = set_up_partnership(setup)
        here = Membership.objects.filter(partnership_id=viewer.partnership_id)
        return invite_member(viewer, membership_id=here.get(person_id=viewer.person_id or 0).pk)


def add_partnership(viewer: Viewer, *, setup: PartnershipSetup) -> Invited:
    """Set up one more partnership on this installation; returns its coordinator's invitation.

    Raises NotAllowedError unless the viewer may, ProblemsError when its name or an address is taken.
    """
    viewer.require(Permission.SET_UP_PARTNERSHIPS)
    with transaction.atomic():
        if Partnership.objects.filter(Q(name__iexact=setup.name) | Q(slug=setup.slug)).exists():
            raise ProblemsError((Problem("name", f"There is already a partnership called {setup.name}."),))
        for person in setup.people:
            if Person.objects.filter(email__iexact=person.email).exists():
                told = f"{person.email} already has an account. Use another address."
                raise ProblemsError((Problem("email", told),))
        invited = found_partnership(setup)
        record(viewer, action="add partnership", thing="partnership", thing_id=setup.slug, summary=setup.name)
    return invited
