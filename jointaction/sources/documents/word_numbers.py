"""Numbers Word draws by itself: written into headings and reference cells, where a plan needs them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_NO_NUMBER = frozenset({"bullet", "none"})
_LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 400


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class _Numbering:
    """Levels of each list, the list and level of each style, and how far each list has counted."""

    lists: dict[str, dict[int, _Level]]
    styles: dict[str, tuple[str, int]]
    counted: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * _LEVELS))

    def next(self, number: str, level: int) -> str:
        """The next number of a list at a level as Word would write it; empty for bullets."""
        levels = self.lists.get(number, {})
        counted = self.counted[number]
        for above in range(level):
            counted[above] = counted[above] or _start(levels, above)
        counted[level] = counted[level] + 1 if counted[level] else _start(levels, level)
        counted[level + 1 :] = [0] * (_LEVELS - level - 1)
        here = levels.get(level)
        if here is None or here.form in _NO_NUMBER:
            return ""
        text = here.text
        for place, count in enumerate(counted, 1):
            form = levels[place - 1].form if place - 1 in levels else "decimal"
            text = text.replace(f"%{place}", _written(count, form))
        return text


def write_numbers(root: etree._Element, numbering: etree._Element, styles: etree._Element | None) -> None:
    """Puts Word's own numbers, in place, before headings, into empty cells and before a row's first words."""
    known = _Numbering(dict(_lists(numbering)), dict(_numbered_styles(styles)) if styles is not None else {})
    for paragraph in root.iter("{*}p"):
        found = _list_of(paragraph, known)
        number = known.next(*found) if found else ""
        if number and _needs_number(paragraph):
            _write(paragraph, number)


def _list_of(paragraph: etree._Element, known: _Numbering) -> tuple[str, int] | None:
    style = paragraph.find("{*}pPr/{*}pStyle")
    inherited = known.styles.get(_value(style)) if style is not None else None
    properties = paragraph.find("{*}pPr/{*}numPr")
    return inherited if properties is None else _number_and_level(properties, inherited)


def _number_and_level(
    properties: etree._Element, inherited: tuple[str, int] | None
) -> tuple[str, int] | None:
    number = _value(properties.find("{*}numId")) or (inherited[0] if inherited else "")
    level = _value(properties.find("{*}ilvl")) or (str(inherited[1]) if inherited else "0")
    known = number not in {"", "0"} and level.isdigit() and int(level) < _LEVELS
    return (number, int(level)) if known else None


def _needs_number(paragraph: etree._Element) -> bool:
    """Whether the number says what the words do not: outside tables, in an empty cell, at a row's start."""
    cell = next(paragraph.iterancestors("{*}tc"), None)
    if cell is None:
        return True
    texts = [part for part in cell.iter("{*}p") if any(text.text for text in part.iter("{*}t"))]
    is_first = cell.getprevious() is None or etree.QName(cell.getprevious()).localname != "tc"
    return not texts or (is_first and texts == [paragraph])


def _write(paragraph: etree._Element, number: str) -> None:
    space = etree.QName(paragraph).namespace
    run = etree.Element(f"{{{space}}}r")
    text = etree.SubElement(run, f"{{{space}}}t")
    text.text = f"{number} "
    properties = paragraph.find("{*}pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, run)


def _lists(numbering: etree._Element) -> Iterator[tuple[str, dict[int, _Level]]]:
    forms = {
        _attribute(form, "abstractNumId"): dict(_levels(form)) for form in numbering.iter("{*}abstractNum")
    }
    for found in numbering.iter("{*}num"):
        levels = forms.get(_value(found.find("{*}abstractNumId")), {})
        yield _attribute(found, "numId"), levels


def _levels(form: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in form.iter("{*}lvl"):
        place, start = _attribute(level, "ilvl"), _value(level.find("{*}start"))
        if place.isdigit() and int(place) < _LEVELS:
            text = _value(level.find("{*}lvlText"))
            kind = _value(level.find("{*}numFmt")) or "decimal"
            yield int(place), _Level(kind, text, int(start) if start.isdigit() else 1)


def _numbered_styles(styles: etree._Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.iter("{*}style"):
        properties = style.find("{*}pPr/{*}numPr")
        found = None if properties is None else _number_and_level(properties, None)
        if found:
            yield _attribute(style, "styleId"), found


def _start(levels: dict[int, _Level], level: int) -> int:
    return levels[level].start if level in levels else 1


def _written(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count < _MOST:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (count // value)
        count %= value
    return text


def _value(element: etree._Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(f"{{{etree.QName(element).namespace}}}{name}") or ""
