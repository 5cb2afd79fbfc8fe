"""Words of a plan stay words on its page, whatever they are."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.web.parts.plan_table import laid_out
from jointaction.web.parts.table_rows import rows_markup

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="x',
    "' onload='x",
    "&lt;",
    "]]>",
    "</td>",
    "<!--",
    "\x00",
)
WORDS = st.text(max_size=20) | st.sampled_from(HOSTILE)
KNOWN_TAGS = {"tr", "th", "td", "div", "p", "ul", "li", "a", "details", "summary", "span", "strong", "br"}
DRAWN_TAGS = {"svg", "circle", "path"}  # the shape of a status
FIELDS = (Field.REF, Field.OBJECTIVE, Field.ACTION, Field.STATUS, Field.UPDATE)


class Reading(HTMLParser):
    """What a browser makes of the rows: tags with their attributes, and the words between them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def handle_comment(self, data):
        raise AssertionError(data)


@st.composite
def sections(draw):
    cells = st.builds(
        PaperCell,
        st.lists(WORDS, max_size=12).map(tuple),
        st.booleans(),
        st.lists(WORDS, max_size=2).map(tuple),
        st.none() | st.builds(Status, WORDS, WORDS, st.sampled_from(Shape), st.sampled_from(Colour)),
    )
    columns = tuple(PaperColumn(draw(WORDS), field, 0.2, draw(st.none() | WORDS)) for field in FIELDS)
    row = st.builds(PaperRow, st.tuples(*[cells] * len(FIELDS)), WORDS)
    return PaperSection(None, columns, tuple(draw(st.lists(row, max_size=3))))


@given(sections())
def test_hostile_words_make_neither_tags_nor_attributes(section):
    read = Reading(rows_markup(laid_out(section), lambda key: f"/plans/{key}/"))
    assert {tag for tag, _ in read.tags} <= KNOWN_TAGS | DRAWN_TAGS
    named = {name for tag, attributes in read.tags if tag in KNOWN_TAGS for name in attributes}
    assert named <= {"class", "role", "scope", "data-label", "href"}
    assert [tag for tag, _ in read.tags].count("td") == len(section.rows) * (len(FIELDS) - 1)


@given(sections())
def test_every_word_of_a_plan_stands_in_its_rows(section):
    read = Reading(rows_markup(laid_out(section), None))
    for row in section.rows:
        for cell in row.cells[1:]:
            assert all(normal(line) in normal(read.words) for line in (*cell.lines, *cell.doubts))


def normal(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def test_a_status_is_drawn_as_its_part_draws_it():
    on_track = Status("on", "On & on", Shape.CIRCLE, Colour.GREEN)
    columns = (PaperColumn("Ref", Field.REF, 0.5), PaperColumn("Status", Field.STATUS, 0.5))
    cells = (PaperCell(("1",)), PaperCell(("On & on",), status=on_track))
    markup = rows_markup(laid_out(PaperSection(None, columns, (PaperRow(cells),))), None)
    assert '<span class="ja-status ja-status--green">' in markup
    assert "On &amp; on</span>" in markup
