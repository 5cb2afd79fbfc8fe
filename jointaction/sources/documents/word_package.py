"""A Word package made ready for reading: what Word hides from the reader is opened or named first."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from jointaction.domain.drafts import ReadingWarning
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.documents.word_looks import looks_warnings
from jointaction.sources.documents.word_margins import page_feet, page_heads
from jointaction.sources.documents.word_markup import count, drop_dangling, opened, shown_text, warnings_of
from jointaction.sources.documents.word_numbers import write_numbers
from jointaction.sources.documents.word_slimming import slim_document, slim_styles

_MAIN_PART = re.compile(
    rb'<Relationship\b(?=[^>]*Type="[^"]*/officeDocument")[^>]*?Target="/?(?P<part>[^"]+)"', re.DOTALL
)
_DEFAULT_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class WordPackage:
    """A package the reader can take, its page heads, its paragraphs and what the user should know."""

    data: bytes
    heads: tuple[Paragraph, ...]
    paragraphs: tuple[str, ...]
    warnings: tuple[ReadingWarning, ...]


def prepared_package(data: bytes) -> WordPackage:
    """The package with its hidden places opened; raises RefusedError when it holds no document."""
    with ZipFile(BytesIO(data)) as package:
        part = _main_part(package)
        root = _tree(package.read(part))
        found = count(root)
        opened(root)
        drop_dangling(root, _notes(package))
        _number(package, root)
        looks = tuple(looks_warnings(root))
        slim_document(root)
        return WordPackage(
            data=_rewritten(package, part, root),
            heads=page_heads(package),
            paragraphs=tuple(_paragraphs(root)),
            warnings=(*warnings_of(found), *looks, *page_feet(package)),
        )


def _main_part(package: ZipFile) -> str:
    names = set(package.namelist())
    if "_rels/.rels" in names:
        match = _MAIN_PART.search(package.read("_rels/.rels"))
        part = posixpath.normpath(match["part"].decode("utf-8", "replace")) if match else _DEFAULT_PART
        if part in names:
            return part
    if _DEFAULT_PART not in names:
        raise RefusedError(
            "This Word file has no document inside, so it is damaged. Save it again in Word and upload that."
        )
    return _DEFAULT_PART


def _notes(package: ZipFile) -> frozenset[tuple[str, str]]:
    """Kind and id of each comment and note the package holds."""
    return frozenset(
        (kind, number.decode())
        for kind in ("comment", "footnote", "endnote")
        if f"word/{kind}s.xml" in package.namelist()
        for number in re.findall(rb'\bid="(-?\d+)"', package.read(f"word/{kind}s.xml"))
    )


def _number(package: ZipFile, root: etree._Element) -> None:
    names = package.namelist()
    if "word/numbering.xml" in names:
        styles = _tree(package.read("word/styles.xml")) if "word/styles.xml" in names else None
        write_numbers(root, _tree(package.read("word/numbering.xml")), styles)


def _rewritten(package: ZipFile, part: str, root: etree._Element) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as copy:
        for name in dict.fromkeys(package.namelist()):
            if name == part:
                copy.writestr(name, _text(root))
            elif name.endswith("/styles.xml"):
                styles = _tree(package.read(name))
                slim_styles(styles)
                copy.writestr(name, _text(styles))
            elif name.endswith((".xml", ".rels")):
                copy.writestr(name, package.read(name))
    return target.getvalue()


def _tree(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _text(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        text = shown_text(paragraph)
        if text.strip():
            yield text
