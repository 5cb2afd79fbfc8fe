"""What every Word file of ours holds besides its words: styles, an A4 landscape page, a footer, a title."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lxml import etree

from jointaction.reports import look
from jointaction.reports.package import packed
from jointaction.reports.word_table import TWIPS_PER_MM
from jointaction.reports.wordml import RELATIONS, field_run, paragraph, text_run, w, xml_bytes

_PARTS = Path(__file__).with_name("word_parts")
_SIDE_TWIPS = round(look.SIDE_MARGIN_MM * TWIPS_PER_MM)
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"


def word_file(title: str, body: Iterable[etree._Element], footer: str) -> bytes:
    """A .docx file without author, comments or dates; the same words give the same bytes."""
    return packed(
        {
            "[Content_Types].xml": _part("content_types.xml"),
            "_rels/.rels": _part("package_rels.xml"),
            "docProps/core.xml": _properties(title),
            "word/document.xml": xml_bytes(w("document", w("body", *body, _page()))),
            "word/_rels/document.xml.rels": _part("document_rels.xml"),
            "word/styles.xml": _part("styles.xml"),
            "word/numbering.xml": _part("numbering.xml"),
            "word/settings.xml": _part("settings.xml"),
            "word/footer1.xml": xml_bytes(_footer(footer)),
        }
    )


def _page() -> etree._Element:
    """A4 landscape with the footer on every page."""
    footer = w("footerReference", type="default")
    footer.set(f"{{{RELATIONS}}}id", "rId4")
    margins = w(
        "pgMar", top=794, right=_SIDE_TWIPS, bottom=850, left=_SIDE_TWIPS, header=425, footer=425, gutter=0
    )
    return w("sectPr", footer, w("pgSz", w=16838, h=11906, orient="landscape"), margins)


def _footer(words: str) -> etree._Element:
    line = paragraph(words, "Footer")
    line.append(w("r", w("tab")))
    for part in (text_run("Page "), field_run("PAGE"), text_run(" of "), field_run("NUMPAGES")):
        line.append(part)
    return w("ftr", line)


def _properties(title: str) -> bytes:
    """The document's title and language; nobody's name and no date."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN})
    etree.SubElement(root, f"{{{_DUBLIN}}}title").text = title
    etree.SubElement(root, f"{{{_DUBLIN}}}language").text = "en-GB"
    return xml_bytes(root)


@cache
def _part(name: str) -> bytes:
    return (_PARTS / name).read_bytes()
