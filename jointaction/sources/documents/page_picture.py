"""A page of a PDF as a picture, to show in review beside what was read from it."""

from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw

from jointaction.sources.documents.errand import Box
from jointaction.sources.documents.refusal import RefusedError

_DOTS_PER_INCH = 110
_MOST_DOTS = 2000
_MARK = (178, 89, 0)


def page_picture(data: bytes, page: int, boxes: tuple[Box, ...] = ()) -> bytes:
    """Page `page` (from 1) of a PDF as PNG bytes, at most 2,000 dots on its longer side, `boxes` marked.

    Raises RefusedError when the PDF cannot be opened or has no such page. For a guarded child only.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RefusedError("This PDF cannot be shown as pictures: it is locked or damaged.") from error
    if not 1 <= page <= len(document):
        raise RefusedError(f"This PDF has {len(document)} pages, so page {page} cannot be shown.")
    sheet = document[page - 1]
    scale = min(_DOTS_PER_INCH / 72, _MOST_DOTS / max(*sheet.get_size(), 1))
    picture = BytesIO()
    drawn = sheet.render(scale=scale).to_pil().convert("RGB")
    for box in boxes:
        _mark(drawn, box, scale)
    drawn.save(picture, format="PNG")
    return picture.getvalue()


def _mark(drawn: Image.Image, box: Box, scale: float) -> None:
    left, top, right, bottom = (edge * scale for edge in box)
    outline = (min(left, right) - 2, min(top, bottom) - 2, max(left, right) + 2, max(top, bottom) + 2)
    ImageDraw.Draw(drawn).rectangle(outline, outline=_MARK, width=3)
