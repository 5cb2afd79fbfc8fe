"""What a document's plans say twice, or differently: the questions on them, in the order worth reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from jointaction.domain.claims.asking.values import Kind, LocalWords, Question
from jointaction.domain.claims.document import figures_of
from jointaction.domain.claims.over_years import Series, series
from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.questions import NO_WORDS, questions
from jointaction.domain.drafts import DocumentDraft

SECTIONS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Said differently", (Kind.TWO_VALUES, Kind.FALLING_TOTAL, Kind.ARITHMETIC, Kind.PARTS)),
    ("Said twice", (Kind.SAME_PASSAGE,)),
    ("Before anything is public", (Kind.BEFORE_PUBLIC,)),
    ("Older than the paper", (Kind.STALE,)),
    ("Targets and measures", (Kind.TARGET, Kind.MEASURE_ENDED, Kind.OPEN_NEED, Kind.ONLY_FUNDING)),
    ("Figures that need company", (Kind.COMPARATORS, Kind.POINTS, Kind.SMALL_NUMBERS)),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions of one sort under their heading."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PlansReport:
    """What the plans say twice or differently, and the things they count year after year."""

    years: tuple[str, ...]
    updates: int
    figures: int
    targets: int
    sections: tuple[Section, ...]
    over_years: tuple[Series, ...]

    @property
    def asked(self) -> int:
        """How many questions there are."""
        return sum(len(section.questions) for section in self.sections)


def report(draft: DocumentDraft, *, local: LocalWords = NO_WORDS) -> PlansReport:
    """The report on all plans of a document; `local` are the partnership's own words to be careful with."""
    updates = placed_updates(draft)
    found = questions(updates, local=local)
    figures = figures_of(draft)
    return PlansReport(
        years=tuple(plan.year or "" for plan in draft.plans),
        updates=sum(bool(update.text) for update in updates),
        figures=len(figures.facts),
        targets=len(figures.targets),
        sections=tuple(
            Section(heading, tuple(question for question in found if question.kind in kinds))
            for heading, kinds in SECTIONS
        ),
        over_years=series(figures),
    )


def as_markdown(plans: PlansReport) -> str:
    """The report as a text file."""
    return "\n".join(_lines(plans)) + "\n"


def _lines(plans: PlansReport) -> Iterator[str]:
    yield f"# What your plans say twice, or differently: {', '.join(plans.years)}"
    yield ""
    counts = f"{plans.asked} questions on {plans.updates} updates with {plans.figures} figures."
    yield f"{counts} They are there to be asked; none of them blocks anything."
    for section in plans.sections:
        if section.questions:
            yield from ("", f"## {section.heading}", "")
            for question in section.questions:
                yield from _question(question)
    if plans.over_years:
        yield from ("", "## The same thing over the years", "")
        yield from (_series(thing) for thing in plans.over_years)


def _question(question: Question) -> Iterator[str]:
    where = "; ".join(update.place for update in question.places)
    yield f"- **{where}**: {question.reason}"
    yield f"  “{question.quote}”"
    yield f"  *{question.settles}*"


def _series(thing: Series) -> str:
    figures = ", ".join(f"{placed.plan} {placed.ref}: {placed.fact.value:g}" for placed in thing.figures)
    return f"- {thing.what}: {figures}"
