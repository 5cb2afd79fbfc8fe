"""What a committee paper says before its table, as plain parts every form lays out in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass

from jointaction.domain.papers import Paper, PaperChange, PaperCount, PaperCover
from jointaction.domain.statuses import Status
from jointaction.domain.wording import day_words
from jointaction.domain.words_changed import Run, change
from jointaction.reports.printable import one_line

RECOMMENDATION, REASON, SUMMARY = "Recommendation", "Reason for the recommendation", "Summary"
DRAFT = "Draft, not issued"
THEN, NOW, BECAME, NOTHING_CHANGED = "Then", "Now", "→", "Nothing."
SHORT = 110  # letters on a line


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the cover and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line of the summary: what is counted, and how many of how many."""

    label: str
    number: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something that changed since the paper before: what, and both texts as runs of words."""

    what: str
    before: tuple[Run, ...]
    now: tuple[Run, ...]

    @property
    def is_short(self) -> bool:
        """Whether both texts fit in one line after what changed."""
        words = "".join(run.words for run in (*self.before, *self.now))
        return bool(self.before and self.now) and len(self.what) + len(words) <= SHORT


@dataclass(frozen=True, slots=True)
class Front:
    """All that stands before the table; a paper without a cover, counts and changes has an empty one."""

    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    counts: tuple[CountLine, ...] = ()
    changes_heading: str = ""
    changes: tuple[ChangeLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the table comes at once."""
        return not (self.facts or self.parts or self.counts or self.changes_heading)


def front(paper: Paper) -> Front:
    """The front of a paper, its texts fit to print."""
    return Front(
        facts=tuple(_facts(paper)) if paper.cover else (),
        parts=tuple(_parts(paper.cover)) if paper.cover else (),
        counts=tuple(_count(count, place) for place, count in enumerate(paper.counts)),
        changes_heading=one_line(f"What changed since {paper.since}") if paper.since else "",
        changes=tuple(_change(each) for each in paper.changes),
    )


def number_line(paper: Paper) -> str:
    """What a paper with a cover says of itself: its number and day, or that it is a draft."""
    if paper.number is not None and paper.issued_on is not None:
        return f"{paper.number}, issued {day_words(paper.issued_on)}"
    return DRAFT


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    cover = paper.cover or PaperCover()
    yield "Paper", number_line(paper)
    for label, said in (
        ("Meeting", cover.meeting),
        ("Date", day_words(cover.meeting_on) if cover.meeting_on else ""),
        ("Author", cover.author),
    ):
        if words := one_line(said):
            yield label, words


def _parts(cover: PaperCover) -> Iterator[Part]:
    boxes = ((box.heading, box.text) for box in cover.implications)
    for heading, text in ((RECOMMENDATION, cover.recommendation), (REASON, cover.reason), *boxes):
        paragraphs = tuple(line for line in map(one_line, text.splitlines()) if line)
        if paragraphs:
            yield Part(one_line(heading), paragraphs)


def _count(count: PaperCount, place: int) -> CountLine:
    number = str(count.number) if not place else f"{count.number} of {count.of}"
    return CountLine(one_line(count.label), number, count.status)


def _change(told: PaperChange) -> ChangeLine:
    words = change(_shown(told.before), _shown(told.now))
    what = ", ".join(part for part in map(one_line, (told.ref, told.what)) if part)
    return ChangeLine(what, words.before, words.after)


def _shown(text: str) -> str:
    """A cell's lines in one line, parted so that they still read as several."""
    return " / ".join(line for line in map(one_line, text.splitlines()) if line)
