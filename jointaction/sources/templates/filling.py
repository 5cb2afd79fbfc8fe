"""A council's Word template filled in: only our fields, in a sandbox; meant to run in the guard's child."""

import io
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.templates.faults import faulty, placed, tagged_lines
from jointaction.sources.templates.fields import Fields
from jointaction.sources.templates.sandbox import Sandbox

_STYLE, _ID = (
    f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}" for name in ("style", "styleId")
)
UNREADABLE = "Word could not open this template. Save it again as .docx in Word and upload that."
TORN = (
    "A loop or condition of the template begins and ends in different places. Put “{%p for .. %}” "
    "and “{%p endfor %}” in paragraphs of their own, or “{%tr for .. %}” and “{%tr endfor %}” in rows."
)
ODD = "The template asks for something that does not work with the words of a paper, such as a sum of texts."


def filled(template: bytes, values: dict[str, Any], styles: list[str]) -> bytes:
    """The template (.docx) with the values in their places, and the `styles` (XML) it lacks.

    Raises RefusedError with what is wrong, and the line where it stands.
    """
    document = _opened(template)
    lines = tagged_lines(document.docx)
    fields = Fields("", values)
    try:
        document.render(fields.whole(), Sandbox(fields))
    except RefusedError as refused:
        raise RefusedError(placed(refused.message, lines)) from refused
    except TemplateError as error:
        raise RefusedError(faulty(error, lines)) from error
    except etree.XMLSyntaxError as error:
        raise RefusedError(TORN) from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise RefusedError(ODD) from error
    _add_styles(document, styles)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _opened(template: bytes) -> DocxTemplate:
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    except (OpcError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise RefusedError(UNREADABLE) from error
    return document


def _add_styles(document: DocxTemplate, styles: list[str]) -> None:
    there = document.docx.styles.element
    known = {style.get(_ID) for style in there.iter(_STYLE)}
    for words in styles:
        style = etree.fromstring(words)
        if style.get(_ID) not in known:
            there.append(style)
