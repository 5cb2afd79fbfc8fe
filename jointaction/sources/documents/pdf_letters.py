"""PDF pages whose letters carry only what reading needs: a third of the time goes into the rest."""

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page

from jointaction.sources.documents.pdf_boxes import Char


def lean_page(page: Page) -> Page:
    """The same page, not yet parsed, with lean letters."""
    return _LeanPage(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


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
            "upright": obj.upright,
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
