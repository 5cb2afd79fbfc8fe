"""Papers made up by Hypothesis: any columns, groups, lists, empty cells and special characters."""

from hypothesis import strategies as st

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.domain.statuses import Colour, Shape, Status

_SPECIAL = "&<>\"'’‘“”–—£€=+-@#$%*_`~\\/[]{}()|;:,.!?…é"
_letters = st.characters(min_codepoint=48, max_codepoint=0xFF, categories=("L", "N")) | st.sampled_from(
    _SPECIAL
)
_words = st.text(_letters, min_size=1, max_size=14)
texts = st.lists(_words, min_size=1, max_size=12).map(" ".join)
_names = st.lists(_words, min_size=1, max_size=3).map(" ".join)
_cells = st.builds(
    lambda lines: PaperCell(tuple(lines), is_list=len(lines) > 1), st.lists(texts, min_size=0, max_size=4)
)
_statuses = st.builds(
    Status,
    key=_words,
    word=_names,
    shape=st.sampled_from(Shape),
    colour=st.sampled_from(Colour),
    definition=st.just("") | texts,
)
_marked = st.builds(lambda text, status: PaperCell((text,), status=status), texts, _statuses)
_columns = st.builds(
    PaperColumn,
    heading=_names,
    field=st.sampled_from(Field),
    width=st.floats(0.0, 1.0),
    group=st.none() | st.sampled_from(("Update: Quarter 4", "Progress")),
)


@st.composite
def _sections(draw: st.DrawFn) -> PaperSection:
    columns = draw(st.lists(_columns, min_size=1, max_size=6).map(tuple))
    cells = st.lists(_cells | _marked, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = draw(st.lists(st.builds(PaperRow, cells=cells), max_size=4).map(tuple))
    return PaperSection(draw(st.none() | _names), columns, rows)


papers = st.builds(
    Paper,
    partnership=_names,
    title=_names,
    plan_year=st.just("2009-10"),
    period=st.sampled_from(("2009-10", "2009-10 Quarter 4")),
    sections=st.lists(_sections(), max_size=3).map(tuple),
    key=st.lists(_statuses, max_size=3).map(tuple),
    notes=st.lists(texts, max_size=2).map(tuple),
)
