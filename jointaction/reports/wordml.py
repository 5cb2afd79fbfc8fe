"""The few elements of Word's own XML that a paper needs."""

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIXES = {"w": NAMESPACE, "r": RELATIONS}


def w(tag: str, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """A Word element with its children and attributes."""
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap=_PREFIXES)
    for name, value in attributes.items():
        element.set(f"{{{NAMESPACE}}}{name}", str(value))
    element.extend(children)
    return element


def text_run(text: str) -> etree._Element:
    """A run of words, spaces kept."""
    words = w("t")
    words.text = text
    words.set(_SPACE, "preserve")
    return w("r", words)


def paragraph(text: str, style: str) -> etree._Element:
    """A paragraph of one run in a named style; without words an empty one."""
    runs = (text_run(text),) if text else ()
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def field_run(instruction: str) -> etree._Element:
    """A field Word fills in, such as PAGE."""
    return w("fldSimple", w("r", w("t")), instr=instruction)


def xml_bytes(root: etree._Element) -> bytes:
    """The element as a part of a Word file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
