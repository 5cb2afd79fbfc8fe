"""What the header and the account's pages ask about the person looking."""

from django import template
from django.conf import settings

from jointaction.domain.access import Viewer
from jointaction.queries import invitations, second_factors

register = template.Library()


@register.simple_tag
def partnerships_of(viewer: Viewer | None) -> tuple[invitations.PartnershipChoice, ...]:
    """The partnerships the viewer belongs to."""
    return invitations.partnerships_of(viewer.person_id) if viewer and viewer.person_id else ()


@register.simple_tag
def owes_second_factor(viewer: Viewer | None) -> bool:
    """Whether the viewer's partnership waits for their second factor."""
    return viewer is not None and second_factors.owes_second_factor(viewer)


@register.simple_tag
def sends_mail() -> bool:
    """Whether messages go out, so that a lost password can be replaced by one."""
    return bool(settings.MAIL_IS_CONFIGURED)


@register.filter
def browser_name(user_agent: str) -> str:
    """A browser's name in a word or two, from what it says of itself."""
    known = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
    name = next((name for sign, name in known if sign in user_agent), "A browser")
    systems = (("Android", "Android"), ("iPhone", "an iPhone"), ("Windows", "Windows"), ("Mac OS", "a Mac"))
    system = next((system for sign, system in (*systems, ("Linux", "Linux")) if sign in user_agent), "")
    return f"{name} on {system}" if system else name
