"""PDF pages whose letters carry only what reading needs: a third of the time goes into the rest."""

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page
from pdfplumber.utils.text import extract_text

from jointaction.sources.documents.pdf_boxes import Char


def lean_page(page: Page) -> Page:
    """The same page, not yet parsed, with lean letters."""
    return _LeanPage(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def letters_text(letters: list[Char]) -> str:
    """The text of letters in one cell, a line a line; text turned upwards or downwards reads as if level."""
    if not letters:
        return ""
    level = [letter for letter in letters if letter["upright"]]
    turned = [_levelled(letter) for letter in letters if not letter["upright"]]
    texts = [extract_text(part) for part in (level, turned) if part]
    return "\n".join(text for text in texts if text.strip())


def _levelled(letter: Char) -> Char:
    """The letter as it would stand if its text were not turned."""
    if letter["matrix"][1] > 0:
        x0, x1, top, bottom = -letter["bottom"], -letter["top"], letter["x0"], letter["x1"]
    else:
        x0, x1, top, bottom = letter["top"], letter["bottom"], -letter["x1"], -letter["x0"]
    place = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top}
    return letter | place | {"width": x1 - x0, "height": bottom - top, "upright": True}


class _LeanPage(Page):
    def process_object(self, obj: LTItem) -> Char:
        """The letter's place, size, font and text; anything else as the library has it."""
        if not isinstance(obj, LTChar):
            other: Char = super().process_object(obj)
            return other
        left, above = self.mediabox[:2]
        top = self.height - obj.y1 + above
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "fontname": str(obj.fontname),
            "size": obj.size,
            "upright": abs(obj.matrix[0]) >= abs(obj.matrix[1]),
            "matrix": obj.matrix,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "y0": obj.y0,
            "y1": obj.y1,
            "width": obj.width,
            "height": obj.height,
            "top": top,
            "bottom": self.height - obj.y0 + above,
            "doctop": self.initial_doctop + top,
        }
