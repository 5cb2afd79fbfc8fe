"""Where in a template something is wrong, in words: the line that holds it."""

import re

from docx.document import Document
from jinja2 import TemplateError

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = re.compile(r"“(?:[^”]*\.)?([^.”]+)” is not")
_LONGEST_QUOTE = 160


def tagged_lines(document: Document) -> list[str]:
    """Each paragraph of the template that holds a tag, those of headers and footers after the body's."""
    roots = [document.element.body]
    for section in document.sections:
        roots += [section.header._element, section.footer._element]
    paragraphs = (paragraph for root in roots for paragraph in root.iter(f"{_NAMESPACE}p"))
    texts = ("".join(part.text or "" for part in each.iter(f"{_NAMESPACE}t")) for each in paragraphs)
    return [text.strip() for text in texts if "{{" in text or "{%" in text]


def placed(message: str, lines: list[str]) -> str:
    """The sentence with the template's line that holds the wrong name."""
    named = _NAMED.search(message)
    if named is None:
        return message
    wanted = re.compile(rf"(?<!\w){re.escape(named[1])}(?!\w)")
    line = next((line for line in lines if wanted.search(line)), "")
    return f"{message} It stands in the line {_quoted(line)}." if line else message


def faulty(error: TemplateError, lines: list[str]) -> str:
    """The sentence for a template that cannot be understood at all."""
    if (error.message or "").startswith("Unexpected end of template"):
        told = (
            "A loop or condition of the template is never closed: {%p endfor %} or {%p endif %} is missing."
        )
    else:
        told = f"The template cannot be understood: {(error.message or 'a tag is wrong').rstrip('.')}."
    around = {line.strip() for line in getattr(error, "docx_context", ())}
    near = [line for line in lines if line in around]
    return f"{told} Look at the line {_quoted(near[-1])}." if near else told


def _quoted(line: str) -> str:
    return f"“{line[:_LONGEST_QUOTE]}{'…' if len(line) > _LONGEST_QUOTE else ''}”"
