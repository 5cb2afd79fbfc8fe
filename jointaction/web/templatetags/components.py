"""What the parts in templates/components/ need beside Django's own tags."""

from django import template
from django.template import Context

from jointaction.domain.access import Role
from jointaction.domain.papers import PaperSection
from jointaction.web.parts import plan_table, words_changed
from jointaction.web.parts import status_look as looks

register = template.Library()


@register.filter
def laid_out(section: PaperSection) -> plan_table.LaidTable:
    """A paper's section as the plan table shows it."""
    return plan_table.laid_out(section)


@register.simple_tag(takes_context=True)
def status_look(context: Context) -> looks.StatusLook:
    """How the status named by a part's `look` or `kind` is drawn."""
    return looks.status_look(context.get("look") or context.get("kind") or "")


@register.simple_tag
def changed_words(before: str, after: str) -> words_changed.Change:
    """Both texts cut into runs of words, each marked as kept or changed."""
    return words_changed.change(before, after)


@register.simple_tag
def demonstration_roles() -> tuple[Role, ...]:
    """The roles one can sign in as with one click in the demonstration."""
    return tuple(role for role in Role if role.is_held_by_members)
