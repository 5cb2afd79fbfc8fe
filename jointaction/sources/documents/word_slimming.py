"""Word markup without its looks: fonts and borders say nothing of a plan and take long to read."""

from lxml import etree

_OF_CELL = frozenset({"gridSpan", "vMerge"})
_OF_PARAGRAPH = frozenset({"pStyle", "numPr", "rPr", "outlineLvl"})
_OF_STYLE = frozenset({"name", "basedOn", "pPr"})


def slim_document(root: etree._Element) -> None:
    """Takes the looks out of a document's main part, in place; text, structure and changes stay."""
    etree.strip_elements(root, "{*}tblGrid", "{*}sectPr", "{*}proofErr", "{*}lastRenderedPageBreak")
    etree.strip_attributes(root, "{*}rsidR", "{*}rsidRPr", "{*}rsidRDefault", "{*}rsidP", "{*}rsidTr")
    for run in root.iter("{*}r"):
        for looks in run.findall("{*}rPr"):
            run.remove(looks)
    for properties in root.iter("{*}tcPr"):
        _keep(properties, _OF_CELL)
    for properties in root.iter("{*}tblPr"):
        _keep(properties, frozenset())
    for properties in root.iter("{*}pPr"):
        _keep(properties, _OF_PARAGRAPH)


def slim_styles(root: etree._Element) -> None:
    """Leaves of the styles part only names, what they are based on and their numbering, in place."""
    for other in [child for child in root if _name(child) != "style"]:
        root.remove(other)
    for style in root:
        _keep(style, _OF_STYLE)
        for properties in style.iterchildren("{*}pPr"):
            _keep(properties, _OF_PARAGRAPH - {"rPr"})


def _keep(element: etree._Element, names: frozenset[str]) -> None:
    for child in [child for child in element if _name(child) not in names]:
        element.remove(child)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
