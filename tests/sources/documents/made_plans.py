"""Plans made up in any layout, written as the containers give them, whole or broken by page ends."""

from collections import Counter
from dataclasses import dataclass
from random import Random
from textwrap import wrap

from jointaction.domain.drafts import DocumentDraft, Place, RowDraft
from jointaction.domain.fields import LIST_FIELDS, TEXT_FIELDS, Field
from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table
from tests.sources.documents.layouts import Layout
from tests.sources.documents.made_words import content

TITLE = "Northmoor Community Safety Plan 2012-13"
NAME_LISTS = frozenset({Field.LEAD_AGENCY, Field.SUPPORT, Field.LEAD_GROUP, Field.INDICATOR})
Words = dict[Field, Counter[str]]


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A made-up plan: its layout and, row by row, the items of each cell."""

    layout: Layout
    rows: tuple[tuple[tuple[str, ...], ...], ...]

    def words(self, row: int) -> Words:
        """The words a reader has to find in a row, by field."""
        items: dict[Field, dict[str, None]] = {}
        for field, own in zip(self.layout.fields, self.rows[row], strict=True):
            items.setdefault(field, {}).update(dict.fromkeys(own))
        found = {field: _bare(" ".join(own)) for field, own in items.items() if field is not Field.THEME}
        return {field: words for field, words in found.items() if words}


def made_plan(layout: Layout, size: int, seed: int) -> MadePlan:
    """A plan of so many rows; the same seed gives the same plan."""
    random = Random(seed)
    rows = tuple(tuple(tuple(content(field, row, random)) for field in layout.fields) for row in range(size))
    return MadePlan(layout, rows)


def read_words(row: RowDraft) -> Words:
    """The words of a row that was read, by field."""
    found: Words = {}
    for field in TEXT_FIELDS:
        found[field] = _bare(getattr(row, field.value) or "")
    for field in LIST_FIELDS:
        found[field] = _bare(" ".join(getattr(row, field.value)))
    found[Field.UPDATE] = _bare(" ".join(update.text for update in row.updates))
    found[Field.NOTE] = _bare(" ".join(note.text for note in row.notes))
    return {field: words for field, words in found.items() if words}


def _bare(text: str) -> Counter[str]:
    return Counter(word.strip(",;").lower() for word in text.split())


def accuracy(plan: MadePlan, draft: DocumentDraft) -> float:
    """The share of a plan's words read in the right field of the right row."""
    right = total = 0
    rows = draft.rows
    for number in range(len(plan.rows)):
        wanted = plan.words(number)
        found = read_words(rows[number]) if number < len(rows) else {}
        total += sum(words.total() for words in wanted.values())
        right += sum((words & found.get(field, Counter())).total() for field, words in wanted.items())
    return right / total


def word_blocks(plan: MadePlan) -> Blocks:
    """The plan as Word gives it: clean cells, an item a paragraph."""
    header = _row(plan.layout.headings, 1)
    rows = [
        _row(
            [_written(items, field, "\n") for items, field in zip(row, plan.layout.fields, strict=True)], line
        )
        for line, row in enumerate(plan.rows, 2)
    ]
    return Blocks((Paragraph(TITLE, is_heading=True), Table((header, *rows), Place(table=1))))


def pdf_blocks(plan: MadePlan, random: Random, width: int = 22) -> Blocks:
    """The plan as a PDF gives it: narrow cells, a table a page, a row cut at each page's end."""
    tables: list[Table] = []
    page: list[Row] = [_boxed(plan.layout.headings, 1)]
    for row in plan.rows:
        cells = ["\n".join(wrap(text, width)) for text in _texts(plan, row)]
        if len(page) > 3:
            cut = random.randint(1, max(cell.count("\n") for cell in cells) + 1)
            page.append(_boxed([_lines(cell, 0, cut) for cell in cells], 1))
            tables.append(Table(tuple(page), Place(page=len(tables) + 1, table=len(tables) + 1)))
            rest = _boxed([_lines(cell, cut, None) for cell in cells], 2)
            page = [rest] if any(cell.text for cell in rest.cells) else []
        else:
            page.append(_boxed(cells, 1))
    tables.append(Table(tuple(page), Place(page=len(tables) + 1, table=len(tables) + 1)))
    return Blocks((Paragraph(TITLE), *tables))


def text_of(plan: MadePlan, random: Random | None = None) -> str:
    """The plan as text with tabs; with `random`, some rows are cut by a page end and lose empty columns."""
    lines = [TITLE, "", "\t".join(plan.layout.headings)]
    for row in plan.rows:
        cells = _texts(plan, row)
        if random and random.random() < 0.4:
            lines += _cut_lines(cells, random)
        else:
            lines.append("\t".join(cells))
    return "\n".join(lines)


def _cut_lines(cells: list[str], random: Random) -> list[str]:
    first, second = [], []
    for place, cell in enumerate(cells):
        words = cell.split()
        cut = len(words) if len(words) < 4 or place == 0 else random.randint(2, len(words))
        first.append(" ".join(words[:cut]))
        second.append(" ".join(words[cut:]))
    if not any(second):
        return ["\t".join(first)]
    lost = random.choice(["nothing", "left", "right"])
    if lost == "left":
        while not second[0]:
            second.pop(0)
    if lost == "right":
        while not second[-1]:
            second.pop()
    return ["\t".join(first), "", "\t".join(second)]


def _texts(plan: MadePlan, row: tuple[tuple[str, ...], ...]) -> list[str]:
    return [_written(items, field, " ") for items, field in zip(row, plan.layout.fields, strict=True)]


def _written(items: tuple[str, ...], field: Field, glue: str) -> str:
    return (", " if field in NAME_LISTS else glue).join(items)


def _lines(cell: str, start: int, end: int | None) -> str:
    return "\n".join(cell.split("\n")[start:end])


def _row(texts: tuple[str, ...] | list[str], line: int) -> Row:
    cells = (Cell(text, Place(table=1, cell=str(place))) for place, text in enumerate(texts, 1))
    return Row(tuple(cells), Place(table=1, line=None, cell=str(line)))


def _boxed(texts: tuple[str, ...] | list[str], page: int) -> Row:
    cells = (
        Cell(text, Place(page=page, table=page, cell=str(place), box=(0.0, 0.0, 10.0, 10.0)))
        for place, text in enumerate(texts, 1)
    )
    return Row(tuple(cells), Place(page=page, table=page))


def noisy(text: str, random: Random) -> str:
    """The text with separators, page numbers and stray signs between its lines."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        lines.append(line)
        if number > 2 and random.random() < 0.25:
            lines.append(random.choice(["--\t---\t--\t---", "|\t\t|", "\\\t\t,", "", "-----\t--"]))
    return "\n".join(lines)


def broken_words(text: str, random: Random) -> str:
    """The text with some words broken that also stand whole in it, a letter or two from their end."""
    head, *lines = text.split("\n")
    counts = Counter(text.lower().split())
    return "\n".join([head, *(_broken_line(line, counts, random) for line in lines)])


def _broken_line(line: str, counts: Counter[str], random: Random) -> str:
    words = line.split(" ")
    for place, word in enumerate(words):
        if word.isalpha() and len(word) > 7 and counts[word.lower()] > 3 and random.random() < 0.1:
            words[place] = f"{word[:-1]} {word[-1]}"
    return " ".join(words)
