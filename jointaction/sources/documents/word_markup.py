"""Word's own markup: tracked changes, content controls and the wrappers whose text readers lose."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jointaction.domain.drafts import ReadingWarning
from jointaction.sources.documents.tidy import tidy_line

_GONE = frozenset({"del", "moveFrom"})
_WRAPPERS = ("{*}fldSimple", "{*}dir", "{*}bdo", "{*}ruby", "{*}rubyBase")
_MAX_QUOTE = 2000


@dataclass(frozen=True, slots=True)
class Markup:
    """What of Word's markup a document has: inserted and deleted words, controls and unfilled ones."""

    inserted: str
    deleted: str
    controls: int
    unfilled: int


def count(root: etree._Element) -> Markup:
    """The tracked changes and content controls of a document's main part."""
    return Markup(
        inserted=_joined(shown_text(change) for change in root.iter("{*}ins", "{*}moveTo")),
        deleted=_joined(
            "".join(text.text or "" for text in change.iter("{*}delText")) for change in root.iter("{*}del")
        ),
        controls=sum(1 for _ in root.iter("{*}sdt")),
        unfilled=sum(1 for _ in root.iter("{*}showingPlcHdr")),
    )


def opened(root: etree._Element) -> None:
    """Opens, in place, what the reader of Word files would lose; drops the prompts of unfilled controls."""
    for prompt in [*root.iter("{*}showingPlcHdr")]:
        _empty_control(prompt)
    for box in [*root.iter("{*}checkbox")]:
        # Left alone, the reader would draw its own sign in place of the author's.
        _parent(box).remove(box)
    for wrapper in [*root.iter(*_WRAPPERS)]:
        _unwrap(wrapper)
    for choice in [*root.iter("{*}AlternateContent")]:
        _keep_text_box(choice)
    for gap in [*root.iter("{*}gridBefore")]:
        _fill_gap(gap)


def drop_dangling(root: etree._Element, notes: frozenset[tuple[str, str]]) -> None:
    """Takes out references to comments and notes that are not there, on which the reader would stop."""
    for reference in [*root.iter("{*}commentReference", "{*}footnoteReference", "{*}endnoteReference")]:
        name = etree.QName(reference)
        key = (name.localname.removesuffix("Reference"), reference.get(f"{{{name.namespace}}}id") or "")
        if key not in notes:
            _parent(reference).remove(reference)


def shown_text(element: etree._Element) -> str:
    """The text people see in an element: inserted words, not deleted ones, no nested paragraphs."""
    return "".join(_shown(element))


def warnings_of(found: Markup) -> tuple[ReadingWarning, ...]:
    """What the user is told about the markup found."""
    told = (
        (
            bool(found.inserted),
            "tracked-insertions",
            "The document has tracked changes. Inserted words were taken as part of the plan.",
            found.inserted,
        ),
        (
            bool(found.deleted),
            "tracked-deletions",
            "The document has tracked changes. Deleted words were left out of the plan.",
            found.deleted,
        ),
        (
            found.controls > found.unfilled,
            "content-controls",
            f"The document has {found.controls} form fields. What was filled in was read as ordinary text.",
            "",
        ),
        (
            found.unfilled > 0,
            "unfilled-controls",
            f"{found.unfilled} form fields were never filled in. Their prompts were left out.",
            "",
        ),
    )
    return tuple(ReadingWarning(code, message, quote) for applies, code, message, quote in told if applies)


def _joined(texts: Iterator[str]) -> str:
    return " / ".join(text for text in map(tidy_line, texts) if text)[:_MAX_QUOTE]


def _shown(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name in {"br", "cr", "tab"}:
            yield " "
        elif name not in _GONE and name not in {"p", "tbl", "txbxContent", "Fallback", "rt"}:
            yield from _shown(child)


def _empty_control(prompt: etree._Element) -> None:
    control = _parent(_parent(prompt))
    for text in control.iter("{*}t"):
        text.text = ""


def _unwrap(wrapper: etree._Element) -> None:
    parent = _parent(wrapper)
    place = parent.index(wrapper)
    parent[place : place + 1] = list(wrapper)


def _keep_text_box(choice: etree._Element) -> None:
    """Puts the words of a drawing that has no older form where the reader finds them."""
    if choice.find("{*}Fallback//{*}txbxContent") is not None:
        return
    content = choice.find(".//{*}txbxContent")
    if content is not None:
        _parent(choice).replace(choice, content)


def _fill_gap(gap: etree._Element) -> None:
    """Puts an empty cell where a row starts further right than the table, so that columns stay in line."""
    properties_of_row = _parent(gap)
    row = _parent(properties_of_row)
    space = etree.QName(row).namespace
    cell = etree.Element(f"{{{space}}}tc")
    properties = etree.SubElement(cell, f"{{{space}}}tcPr")
    span = etree.SubElement(properties, f"{{{space}}}gridSpan")
    span.set(f"{{{space}}}val", gap.get(f"{{{space}}}val") or "1")
    etree.SubElement(cell, f"{{{space}}}p")
    properties_of_row.addnext(cell)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} stands outside the document")
    return parent
