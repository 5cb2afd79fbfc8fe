"""Invented content that shows each part of a page in each of its states (served at /components/)."""

from dataclasses import dataclass

from jointaction.domain.claims.charting import StatedIn, ThingOverTime
from jointaction.domain.claims.values import Fact as StatedFact
from jointaction.domain.claims.values import Unit
from jointaction.domain.papers import PaperSection
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status
from jointaction.queries.prompts import Prompt
from jointaction.web.parts.components import Download, Fact, Kind, Link, Step, StepState, Task
from jointaction.web.parts.gallery.forms import FilterForm, ObjectiveForm
from jointaction.web.parts.gallery.sections import GROUPED, PLAIN

BEFORE = "Visit every shop that sells knives twice a year, and publish what was found."
AFTER = "Visit every shop that sells knives each quarter, with cadets, and publish what was found."
FACTS = (
    Fact("Lead agency", "Fire and Rescue", "#summary_list"),
    Fact("Support", ("Tollmere Borough Council", "Police", "Harbour Youth Trust")),
    Fact("Timescale", "March 2026"),
    Fact("Funding", ""),
)
TASKS = (
    Task(
        "Report on 2.3, safer taxi ranks", "#task_list", "Quarter 2, due in 4 days", "Late soon", Kind.WATCH
    ),
    Task("Check the plan of 2024-25", "#task_list", "9 of 40 rows looked at", "31 to check", Kind.NONE),
    Task("Report on 1.1, doorstep fraud", "#task_list", "Quarter 1, sent on 3 July", "Done", Kind.DONE),
    Task("Report on 4.2, fires in bins", hint="Opens on 1 October", state="Not due", kind=Kind.NOT_DUE),
)
STATUSES = (
    Status("complete", "Complete", Shape.STAR, Colour.BLUE, "Everything promised is done."),
    Status("on-track", "On track", Shape.CIRCLE, Colour.GREEN, "It will be done by the date given."),
    Status("at-risk", "At risk", Shape.TRIANGLE, Colour.AMBER, "It may be late by up to three months."),
    Status("off-track", "Off track", Shape.SQUARE, Colour.RED, "It will be late by more than that."),
    Status("paused", "Paused", Shape.DIAMOND, Colour.GREY, "The partners have agreed to wait."),
    NO_UPDATE,
)

MEETINGS = ThingOverTime(
    "mediation meetings",
    Unit.COUNT,
    tuple(
        StatedIn(
            StatedFact(f"{held} mediation meetings", str(held), held, "mediation meetings", Unit.COUNT),
            period,
            None,
            1,
            1,
        )
        for period, held in (("2031-32 Q1", 4), ("2031-32 Q2", 9), ("2031-32 Q3", 14))
    ),
)
PROMPTS = (
    Prompt(
        "1",
        "15 mediation meetings / 36 mediation meetings",
        "mediation meetings: 15 and 36 for the same period.",
        "Say which is right, or what each counts; then say it in one place.",
        ("2031-32 2.1",),
    ),
    Prompt("2", "PC Quill", "Names a person.", "Write the role instead, unless they agreed to be named.", ()),
)


@dataclass(frozen=True, slots=True)
class Gallery:
    """Everything the gallery page shows."""

    facts: tuple[Fact, ...]
    tasks: tuple[Task, ...]
    steps: tuple[Step, ...]
    downloads: tuple[Download, ...]
    chips: tuple[Link, ...]
    plain_section: PaperSection
    grouped_section: PaperSection
    form: ObjectiveForm
    wrong_form: ObjectiveForm
    filter_form: FilterForm
    statuses: tuple[Status, ...] = STATUSES
    before: str = BEFORE
    after: str = AFTER
    meetings: ThingOverTime = MEETINGS
    prompts: tuple[Prompt, ...] = PROMPTS


def gallery() -> Gallery:
    """A fresh gallery."""
    return Gallery(
        facts=FACTS,
        tasks=TASKS,
        steps=(
            Step("Upload", StepState.DONE, "#step_list"),
            Step("Check", StepState.CURRENT),
            Step("Accept", StepState.LATER),
        ),
        downloads=(
            Download("Word", "#download_list", "docx", "48 KB"),
            Download("PDF", "#download_list", "pdf", "210 KB"),
            Download("Excel", "#download_list", "xlsx"),
            Download("Print page", "#download_list"),
        ),
        chips=(Link("Theme: Safer streets", "#filters"), Link("Lead: Fire and Rescue", "#filters")),
        plain_section=PLAIN,
        grouped_section=GROUPED,
        form=ObjectiveForm(auto_id="blank_%s"),
        wrong_form=ObjectiveForm(
            {"due_day": "31", "due_month": "2", "due_year": "2026", "reference": "2.3.1.4"},
            auto_id="wrong_%s",
        ),
        filter_form=FilterForm(auto_id="filter_%s"),
    )
