"""How wide texts and columns are: a column narrower than its longest word is given room."""

from collections.abc import Iterable

from jointaction.domain.papers import PaperCell, PaperSection
from jointaction.reports.look import BODY_PT, CELL_PADDING_MM, TABLE_WIDTH_MM

MM_PER_PT = 25.4 / 72
# Arial's widths in thousandths of the type size; a character not named here counts as 600.
_ARIAL = {
    222: "ijl’‘",
    278: "ftI .,:;!/\\[]·|",
    191: "'",
    333: 'r()-`“”"{}',
    350: "•",
    389: "*",
    500: "ckszvxyJ",
    556: "abdeghnopquL0123456789£$#?_–",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_EMS = {character: width / 1000 for width, characters in _ARIAL.items() for character in characters}
_BOLD = 1.12
_LONGEST_KEPT_WHOLE = 16
_MOST = 0.25


def text_width_mm(text: str, *, bold: bool = False) -> float:
    """The width of a text on one line at the body's size, in millimetres (about Arial's metrics)."""
    ems = sum(_EMS.get(character, 0.6) for character in text)
    return ems * BODY_PT * MM_PER_PT * (_BOLD if bold else 1.0)


def column_shares(section: PaperSection) -> tuple[float, ...]:
    """Each column's share of the table's width, adding up to 1, with room for its longest word."""
    wanted = _shares([max(column.width, 0.0) for column in section.columns])
    least = [_least_share(section, place) for place in range(len(wanted))]
    if sum(least) >= 1:
        return _shares(least)
    return _with_least(wanted, least)


def _shares(widths: list[float]) -> tuple[float, ...]:
    total = sum(widths)
    return tuple(width / total for width in widths) if total > 0 else (1 / max(len(widths), 1),) * len(widths)


def _with_least(wanted: tuple[float, ...], least: list[float]) -> tuple[float, ...]:
    """Raise the narrow columns to their least; the others give in proportion to what they have."""
    raised = {place for place, share in enumerate(wanted) if share < least[place]}
    while True:
        room = 1 - sum(least[place] for place in raised)
        rest = sum(share for place, share in enumerate(wanted) if place not in raised)
        shares = [
            least[place] if place in raised else share * room / rest for place, share in enumerate(wanted)
        ]
        below = {place for place, share in enumerate(shares) if share < least[place] - 1e-9}
        if not below:
            return _shares(shares)
        raised |= below


def _least_share(section: PaperSection, place: int) -> float:
    column = section.columns[place]
    bold = [text_width_mm(word, bold=True) for word in _words([column.heading])]
    plain = [
        text_width_mm(word, bold=row.cells[place].status is not None)
        + 4 * _is_marked(row.cells[place]) * CELL_PADDING_MM
        for row in section.rows
        for word in _words(row.cells[place].lines)
    ]
    width = max([*bold, *plain], default=0.0) + 2 * CELL_PADDING_MM + 0.6
    return min(width / TABLE_WIDTH_MM, _MOST)


def _is_marked(cell: PaperCell) -> bool:
    """Whether a bullet or a status's shape stands before the cell's words."""
    return cell.is_list or cell.status is not None


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in text.split() if len(word) <= _LONGEST_KEPT_WHOLE}
