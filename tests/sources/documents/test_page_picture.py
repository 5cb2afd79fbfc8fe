"""A page of a PDF as a picture."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from jointaction.sources.documents.page_picture import page_picture
from jointaction.sources.documents.refusal import RefusedError
from tests.sources.documents.pdf_files import typst_pdf
from tools.hostile_files import pdf_files

TWO_PAGES = "#set page(width: 720pt, height: 360pt)\nCalm plan #pagebreak() more"


def test_a_page_becomes_a_png_of_its_shape_with_its_ink():
    picture = Image.open(BytesIO(page_picture(typst_pdf(TWO_PAGES), 1)))

    assert (picture.format, picture.size) == ("PNG", (1100, 550))
    assert picture.convert("L").getextrema()[0] < 20


def test_a_huge_page_is_drawn_small():
    picture = Image.open(BytesIO(page_picture(typst_pdf("#set page(width: 9000pt, height: 900pt)\nCalm"), 1)))

    assert picture.size == (2000, 200)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(page):
    with pytest.raises(RefusedError, match="has 2 pages"):
        page_picture(typst_pdf(TWO_PAGES), page)


def test_a_locked_pdf_is_refused():
    with pytest.raises(RefusedError, match="locked or damaged"):
        page_picture(pdf_files.REFUSED["locked.pdf"](), 1)


def test_a_region_is_marked_where_it_stands():
    data = typst_pdf(TWO_PAGES)

    plain = Image.open(BytesIO(page_picture(data, 2)))
    marked = Image.open(BytesIO(page_picture(data, 2, ((400.0, 200.0, 500.0, 300.0),))))

    left, top, right, bottom = ImageChops.difference(plain, marked).getbbox() or (0, 0, 0, 0)
    scale = 110 / 72
    assert (left, top) == (pytest.approx(400 * scale, abs=4), pytest.approx(200 * scale, abs=4))
    assert (right, bottom) == (pytest.approx(500 * scale, abs=4), pytest.approx(300 * scale, abs=4))
    assert marked.getpixel((int(450 * scale), int(250 * scale))) == (255, 255, 255)
