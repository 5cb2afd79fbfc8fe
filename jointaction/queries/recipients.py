"""Whom a message about a return goes to: the agency's contacts, its named senior, the groups' chairs."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from jointaction.domain.access import Role
from jointaction.domain.returns import ChaseAudience
from jointaction.store.models import Contact, Membership, Party, PartyPart, Plan


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a message goes to; contacts need no account."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Everybody one partnership's messages about one plan can go to, by agency's id."""

    leads: dict[int, tuple[Recipient, ...]] = field(default_factory=dict)
    seniors: dict[int, tuple[Recipient, ...]] = field(default_factory=dict)
    chairs: dict[int, tuple[Recipient, ...]] = field(default_factory=dict)

    def of(self, agency_id: int, audience: ChaseAudience) -> tuple[Recipient, ...]:
        """Who answers to this description at the agency, each address once."""
        listed = {
            ChaseAudience.LEAD: self.leads,
            ChaseAudience.SENIOR: self.seniors,
            ChaseAudience.CHAIR: self.chairs,
        }
        return listed[audience].get(agency_id, ())


def address_book(partnership_id: int, plan_id: int, agency_ids: Collection[int]) -> AddressBook:
    """The people messages about a plan's returns go to, in a fixed number of queries.

    People who answer are the agency's contacts; where it has none, its agency leads who have an account.
    """
    answering, seniors = _contacts(partnership_id, agency_ids)
    leads = _members(partnership_id, agency_ids) | answering
    return AddressBook(_once(leads), _once(seniors), _once(_chairs(partnership_id, plan_id, agency_ids)))


def _contacts(
    partnership_id: int, agency_ids: Collection[int]
) -> tuple[dict[int, list[Recipient]], dict[int, list[Recipient]]]:
    answering: dict[int, list[Recipient]] = defaultdict(list)
    seniors: dict[int, list[Recipient]] = defaultdict(list)
    found = Contact.objects.filter(agency__partnership_id=partnership_id, agency_id__in=agency_ids)
    for contact in found.order_by("name", "pk"):
        kind = seniors if contact.is_senior else answering
        kind[contact.agency_id].append(Recipient(contact.name, contact.email))
    return dict(answering), dict(seniors)


def _members(partnership_id: int, agency_ids: Collection[int]) -> dict[int, list[Recipient]]:
    found: dict[int, list[Recipient]] = defaultdict(list)
    members = Membership.objects.select_related("person").filter(
        partnership_id=partnership_id,
        agency_id__in=agency_ids,
        role=Role.AGENCY_LEAD.value,
        left_at=None,
        person__is_active=True,
    )
    for member in members.order_by("person__name", "pk"):
        found[member.agency_id or 0].append(Recipient(member.person.name, member.person.email))
    return dict(found)


def _chairs(partnership_id: int, plan_id: int, agency_ids: Collection[int]) -> dict[int, list[Recipient]]:
    """The chairs of the groups that lead the objectives an agency leads in the plan.

    Where the plan names no such group: the chair of the one that agreed it, or of the only one with a chair.
    """
    of_group: dict[int, list[Recipient]] = defaultdict(list)
    names: dict[int, str] = {}
    chairs = Membership.objects.filter(
        partnership_id=partnership_id, role=Role.GROUP_CHAIR.value, left_at=None, person__is_active=True
    ).exclude(groups=None)
    wanted = ("groups", "groups__name", "person__name", "person__email")
    for group_id, group, name, email in chairs.values_list(*wanted):
        of_group[group_id].append(Recipient(name, email))
        names[group_id] = group
    found: dict[int, list[Recipient]] = defaultdict(list)
    led = Party.objects.filter(
        objective__theme__plan_id=plan_id,
        part=PartyPart.LEAD_AGENCY,
        agency_id__in=agency_ids,
        objective__party__part=PartyPart.LEAD_GROUP,
        objective__party__group_id__in=of_group,
    )
    pairs = led.order_by().values_list("agency_id", "objective__party__group_id").distinct()
    for agency_id, group_id in pairs:
        found[agency_id or 0] += of_group.get(group_id or 0, [])
    over_all = [chair for group_id in _over_all(plan_id, names) for chair in of_group[group_id]]
    return {agency_id: found.get(agency_id) or over_all for agency_id in agency_ids}


def _over_all(plan_id: int, names: dict[int, str]) -> list[int]:
    """Of the groups with a chair, by name, those that answer for the plan as a whole."""
    if len(names) < 2:
        return list(names)
    agreed_by = (Plan.objects.values_list("agreed_by", flat=True).get(pk=plan_id) or "").casefold()
    return [group_id for group_id, name in names.items() if name.casefold() in agreed_by]


def _once(listed: dict[int, list[Recipient]]) -> dict[int, tuple[Recipient, ...]]:
    return {
        agency_id: tuple({each.email.lower(): each for each in reversed(people)}.values())[::-1]
        for agency_id, people in listed.items()
    }
