"""Whom to write to at an agency about its returns."""

from dataclasses import dataclass

from django.db.models import QuerySet

from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Role, Viewer
from jointaction.store.models import Agency, Contact, Membership


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Somebody who is written to; `version` is what an edit must carry."""

    id: int
    name: str
    email: str
    is_senior: bool
    version: int


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """An agency's contacts; `leads` are written to instead while it has none who answer."""

    agency_id: int
    agency: str
    contacts: tuple[ContactLine, ...]
    leads: tuple[str, ...]
    may_change: bool

    @property
    def has_answering(self) -> bool:
        """Whether somebody other than the senior is listed."""
        return any(not contact.is_senior for contact in self.contacts)

    @property
    def has_senior(self) -> bool:
        """Whether a senior is named."""
        return any(contact.is_senior for contact in self.contacts)

    def contact(self, contact_id: int) -> ContactLine:
        """One contact; raises NotVisibleError when the agency has none such."""
        found = next((each for each in self.contacts if each.id == contact_id), None)
        if found is None:
            raise NotVisibleError(f"contact {contact_id}")
        return found


def contacts_page(viewer: Viewer, agency_id: int) -> ContactsPage:
    """The contacts of an agency of the viewer's partnership; raises NotVisibleError for any other."""
    agency = _agency(viewer, agency_id)
    leads = Membership.objects.filter(
        agency=agency, role=Role.AGENCY_LEAD.value, left_at=None, person__is_active=True
    )
    return ContactsPage(
        agency.pk,
        agency.name,
        tuple(
            ContactLine(each.pk, each.name, each.email, each.is_senior, each.version)
            for each in contacts_of(agency.pk)
        ),
        tuple(leads.order_by("person__name").values_list("person__name", flat=True)),
        may_change(viewer, agency.pk),
    )


def contacts_of(agency_id: int) -> QuerySet[Contact]:
    """An agency's contacts, those who answer first."""
    return Contact.objects.filter(agency_id=agency_id).order_by("is_senior", "name", "pk")


def may_change(viewer: Viewer, agency_id: int) -> bool:
    """Whether the viewer may change an agency's contacts: a coordinator's all, an agency lead's own."""
    is_own = viewer.may(Permission.ANSWER_RETURNS) and viewer.agency_id == agency_id
    return viewer.may(Permission.RUN_ROUNDS) or is_own


def agency_to_change(viewer: Viewer, agency_id: int) -> Agency:
    """The agency, for whoever may change its contacts; raises NotVisibleError or NotAllowedError."""
    agency = _agency(viewer, agency_id)
    if not may_change(viewer, agency.pk):
        raise NotAllowedError("change this agency's contacts")
    return agency


def _agency(viewer: Viewer, agency_id: int) -> Agency:
    viewer.require(Permission.SEE_PARTNERS)
    found = Agency.objects.filter(pk=agency_id, partnership_id=viewer.partnership_id).first()
    if found is None:
        raise NotVisibleError(f"agency {agency_id}")
    return found
