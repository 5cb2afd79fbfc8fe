"""What the parts in templates/components/ need beside Django's own tags."""

from urllib.parse import quote

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from jointaction.domain import words_changed
from jointaction.domain.access import Role
from jointaction.domain.claims.charting import ThingOverTime
from jointaction.domain.papers import PaperSection
from jointaction.web.parts import charts, plan_table
from jointaction.web.parts import status_look as looks
from jointaction.web.parts.table_rows import rows_markup

register = template.Library()


@register.filter
def laid_out(section: PaperSection) -> plan_table.LaidTable:
    """A paper's section as the plan table shows it."""
    return plan_table.laid_out(section)


@register.simple_tag
def table_rows(table: plan_table.LaidTable, link_prefix: str, row_url: str) -> SafeString:
    """The rows of a plan table; a row leads to its key under the prefix, or to the named address with it."""
    if link_prefix:
        return rows_markup(table, lambda key: f"{link_prefix}{quote(key, safe='')}/")
    return rows_markup(table, (lambda key: reverse(row_url, args=[key])) if row_url else None)


@register.filter
def bar_chart(thing: ThingOverTime) -> charts.BarChart:
    """One thing's figures over time as a chart draws them."""
    return charts.bar_chart(thing)


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
