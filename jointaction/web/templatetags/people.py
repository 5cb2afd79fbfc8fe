"""Words for the pages of the account."""

from django import template

register = template.Library()

_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)


@register.filter
def browser_name(user_agent: str) -> str:
    """A browser's name in a word or two, from what it says of itself."""
    name = next((name for sign, name in _BROWSERS if sign in user_agent), "A browser")
    system = next((system for sign, system in _SYSTEMS if sign in user_agent), "")
    return f"{name} on {system}" if system else name
