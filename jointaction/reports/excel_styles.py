"""The cell formats of an Excel paper."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from jointaction.domain.statuses import Colour
from jointaction.reports import look


@dataclass(frozen=True, slots=True)
class Styles:
    """One format for each kind of cell on the sheet."""

    title: Format
    subtitle: Format
    heading: Format
    band: Format
    strong: Format
    body: Format
    aside: Format
    note: Format
    title_of_part: Format
    line: Format
    key: Format
    statuses: dict[Colour, Format]
    unruled: dict[Colour, Format]


def _coloured(colour: Colour) -> dict[str, object]:
    return {"bold": True, "font_color": f"#{look.STATUS_COLOURS[colour]}"}


def styles(book: Workbook) -> Styles:
    """The formats of a workbook: every cell is text, in the paper's own colours."""
    plain = {"font_name": "Arial", "font_size": look.BODY_PT, "valign": "top", "num_format": "@"}
    ruled = plain | {"border": 1, "border_color": f"#{look.RULE}", "text_wrap": True}
    strong = plain | {"bold": True, "font_color": f"#{look.TEAL}", "valign": "vcenter"}
    grey = {"font_color": f"#{look.GREY}"}
    white_on_teal = {"bold": True, "bg_color": f"#{look.TEAL}", "font_color": f"#{look.WHITE}"}
    band = {"font_size": 10, "bg_color": f"#{look.PALE}", "top": 1, "bottom": 1}
    return Styles(
        title=book.add_format(strong | {"font_size": 16}),
        subtitle=book.add_format(plain | grey | {"font_size": 10}),
        heading=book.add_format(ruled | white_on_teal | {"valign": "vcenter"}),
        band=book.add_format(strong | band | {"border_color": f"#{look.RULE}"}),
        strong=book.add_format(ruled | {"bold": True}),
        body=book.add_format(ruled),
        aside=book.add_format(ruled | grey),
        note=book.add_format(plain | grey | {"text_wrap": True}),
        title_of_part=book.add_format(strong | {"font_size": 12, "valign": "bottom"}),
        line=book.add_format(plain | {"font_size": 10, "text_wrap": True}),
        key=book.add_format(plain | {"bold": True}),
        statuses={colour: book.add_format(ruled | _coloured(colour)) for colour in Colour},
        unruled={colour: book.add_format(plain | _coloured(colour)) for colour in Colour},
    )
