"""People and their places in a partnership."""

from jointaction.domain.access import NotVisibleError
from jointaction.store.models import Person


def demonstration_person(role: str) -> Person:
    """The invented person who holds a role in the demonstration; NotVisibleError when there is none."""
    person = Person.objects.filter(is_demo=True, is_active=True, membership__role=role).order_by("pk").first()
    if person is None:
        raise NotVisibleError(role)
    return person
