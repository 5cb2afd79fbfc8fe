"""How a return's state looks: its shape and colour beside the word."""

from collections.abc import Mapping

from django import template

from jointaction.domain.returns import ReturnState
from jointaction.queries.prompts import Prompts
from jointaction.queries.round_grids import Cell
from jointaction.web.parts.components import Kind

register = template.Library()

KINDS = {
    ReturnState.NOT_DUE: Kind.NOT_DUE,
    ReturnState.DUE: Kind.NONE,
    ReturnState.DRAFTED: Kind.NONE,
    ReturnState.SUBMITTED: Kind.WATCH,
    ReturnState.SENT_BACK: Kind.NONE,
    ReturnState.ACCEPTED: Kind.DONE,
    ReturnState.NIL: Kind.DONE,
    ReturnState.EXCUSED: Kind.NOT_DUE,
    ReturnState.NO_UPDATE: Kind.OFF,
}


@register.filter
def return_kind(state: ReturnState) -> Kind:
    """The shape and colour of a return's state."""
    return KINDS[state]


@register.filter
def of_box(prompts: Mapping[str, Prompts], key: str) -> Prompts:
    """What there is to ask about the text of one box."""
    return prompts.get(key, Prompts())


@register.filter
def cell_kind(cell: Cell) -> Kind:
    """The shape and colour of one box in the grid."""
    if not cell.is_answered:
        return Kind.NONE
    return Kind.DONE if cell.is_new else Kind.NOT_DUE
