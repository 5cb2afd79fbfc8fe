"""Meaning a Word plan puts into looks alone: words struck through or hidden, colours, pictures."""

from collections.abc import Iterator

from lxml import etree

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.tidy import tidy_line

_OFF = frozenset({"0", "false", "off"})
_NO_COLOUR = frozenset({"", "auto", "FFFFFF", "ffffff"})
_MAX_QUOTE = 2000
_STRUCK = "Words struck through in the document were read like any others. Drop them if they no longer hold."
_HIDDEN = "Words hidden in the document were read like any others. Drop them if the plan does not need them."
_PICTURES = "were not looked at. If one of them shows a part of the plan, type it in."
_COLOURED = "Cells here have a colour and no words. What the colour means was not read: write it as a status."


def looks_warnings(root: etree._Element) -> Iterator[ReadingWarning]:
    """What the user is told of words and cells whose looks say something; all words are read."""
    if struck := _texts_with(root, ("strike", "dstrike")):
        yield ReadingWarning("struck-through", _STRUCK, struck)
    if hidden := _texts_with(root, ("vanish",)):
        yield ReadingWarning("hidden-text", _HIDDEN, hidden)
    if pictures := sum(1 for _ in root.iter("{*}blip", "{*}imagedata")):
        yield ReadingWarning("pictures-not-read", f"Pictures in the document ({pictures}) {_PICTURES}")
    for number, table in enumerate(root.iter("{*}tbl"), 1):
        if places := [*_coloured(table)]:
            yield ReadingWarning("colour-only", _COLOURED, ", ".join(places), place=Place(table=number))


def _texts_with(root: etree._Element, looks: tuple[str, ...]) -> str:
    texts = []
    for run in root.iter("{*}r"):
        properties = run.find("{*}rPr")
        if properties is not None and any(_is_on(properties.find(f"{{*}}{look}")) for look in looks):
            texts.append(tidy_line("".join(text.text or "" for text in run.iter("{*}t"))))
    return " / ".join(text for text in texts if text)[:_MAX_QUOTE]


def _is_on(look: etree._Element | None) -> bool:
    return look is not None and _value(look, "val") not in _OFF


def _coloured(table: etree._Element) -> Iterator[str]:
    """Line and cell of each cell below the first row that is filled with a colour alone."""
    for line, row in enumerate(table.iterchildren("{*}tr"), 1):
        for column, cell in enumerate(row.iterchildren("{*}tc"), 1):
            fill = cell.find("{*}tcPr/{*}shd")
            has_colour = fill is not None and _value(fill, "fill") not in _NO_COLOUR
            if line == 1 or not has_colour or _goes_on_from_above(cell):
                continue
            if not any((text.text or "").strip() for text in cell.iter("{*}t")):
                yield f"line {line} cell {column} ({_value(fill, 'fill')})"


def _goes_on_from_above(cell: etree._Element) -> bool:
    """Whether the cell is the lower part of a merged one: its words stand above."""
    merge = cell.find("{*}tcPr/{*}vMerge")
    return merge is not None and _value(merge, "val") != "restart"


def _value(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{{{etree.QName(element).namespace}}}{name}") or ""
