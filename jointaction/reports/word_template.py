"""A paper in a council's own Word template."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from jointaction.domain.papers import Paper
from jointaction.reports.package import packed, unpacked
from jointaction.reports.template_values import template_values
from jointaction.reports.wordml import NAMESPACE, w
from jointaction.sources.guard import fill_guarded

# The styles of the plan's table; a template that has styles of these names keeps its own.
_STYLES = ("PlanTable", "PlanHeading", "PlanText", "PlanReference")
_PARTS = Path(__file__).with_name("word_parts")
_HALF_POINTS = "18"


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template's file and the name it was sent under."""

    path: Path
    name: str


def paper_in_template(paper: Paper, template: WordTemplate) -> bytes:
    """The paper as .docx bytes, the same for the same paper and template.

    Raises RefusedError (sources/guard) with what is wrong in the template.
    """
    values, styles = template_values(paper), list(_styles())
    made = fill_guarded(template.path, name=template.name, values=values, styles=styles)
    return packed(unpacked(made))


@cache
def _styles() -> tuple[str, ...]:
    """The styles as XML; what ours take from their document's defaults is written into them."""
    root = etree.parse(_PARTS / "styles.xml").getroot()
    found = {style.get(f"{{{NAMESPACE}}}styleId"): style for style in root.iter(f"{{{NAMESPACE}}}style")}
    for name in ("PlanHeading", "PlanText"):
        _size(found[name])
    return tuple(etree.tostring(found[name], encoding="unicode") for name in _STYLES)


def _size(style: etree._Element) -> None:
    look = style.find(f"{{{NAMESPACE}}}rPr")
    if look is None:
        look = w("rPr")
        style.append(look)
    look.extend((w("sz", val=_HALF_POINTS), w("szCs", val=_HALF_POINTS)))
