"""The status schemes that come with the product, each as some partnership or council defined its own."""

from jointaction.domain.statuses import Colour, Shape, Status, StatusScheme

_GOOD, _MIDDLE, _BAD = (
    (Shape.CIRCLE, Colour.GREEN),
    (Shape.TRIANGLE, Colour.AMBER),
    (Shape.SQUARE, Colour.RED),
)
_DONE = (Shape.STAR, Colour.BLUE)
_QUIET = (Shape.DASH, Colour.GREY)
_ASIDE = (Shape.DIAMOND, Colour.GREY)
_Line = tuple[str, str, tuple[Shape, Colour], str, int | None]


def _scheme(key: str, name: str, *lines: _Line) -> StatusScheme:
    statuses = (Status(line[0], line[1], *line[2], line[3], line[4]) for line in lines)
    return StatusScheme(key, name, tuple(statuses))


PLAIN = _scheme(
    "plain",
    "Plain words",
    ("complete", "Complete", _DONE, "Everything promised has been done.", 4),
    ("on-track", "On track", _GOOD, "It will be done by the date given.", 3),
    ("at-risk", "At risk", _MIDDLE, "It may not be done by the date given; somebody is seeing to it.", 2),
    ("off-track", "Off track", _BAD, "It will not be done by the date given unless something changes.", 1),
    ("not-due", "Not due", _QUIET, "Its time has not come yet.", None),
)
_AGAINST_TARGETS = (
    _scheme(
        "target-five",
        "Against a target, within five per cent",
        ("met", "On target", _GOOD, "The target is met; quarters are added up over the year.", 3),
        ("close", "Close to target", _MIDDLE, "The target is missed by five per cent at most.", 2),
        ("missed", "Off target", _BAD, "The target is missed by more than five per cent.", 1),
        ("no-target", "No target", _QUIET, "There is no target, or there are no figures.", None),
    ),
    _scheme(
        "three-labels",
        "On, near or not on target",
        ("on", "On target", _GOOD, "At the target or better.", 3),
        ("near", "Near to target", _MIDDLE, "Behind, and may catch up in the next quarter.", 2),
        ("not-on", "Not on target", _BAD, "Behind, and unlikely to catch up in the next quarter.", 1),
    ),
    _scheme(
        "change-ten",
        "Change on last year, ten per cent either way",
        ("better", "Better", _GOOD, "Better than last year by more than ten per cent.", 3),
        ("same", "About the same", _MIDDLE, "Within ten per cent of last year.", 2),
        ("worse", "Worse", _BAD, "Worse than last year by more than ten per cent.", 1),
    ),
    _scheme(
        "measures",
        "How a measure is likely to end",
        ("on-target", "On target", _GOOD, "The target is met, or will be.", 3),
        ("confident", "Below, but confident", _MIDDLE, "Below the target now; it is expected to be met.", 2),
        ("high-risk", "High risk", _BAD, "Below the target, and likely to end there.", 1),
        ("not-assessable", "Cannot be assessed", _ASIDE, "Figures are not out yet, or do not exist.", None),
    ),
)
_BY_RISK = (
    _scheme(
        "risk",
        "By risk",
        ("green", "No issues", _GOOD, "Nothing stands in the way.", 3),
        ("amber", "Some issues", _MIDDLE, "Issues or risks have been found.", 2),
        ("red", "Serious issues", _BAD, "Issues or risks are significant.", 1),
    ),
    _scheme(
        "green-amber-red",
        "Green, amber and red, each with an action",
        ("green", "Green", _GOOD, "As planned; no action needed.", 3),
        ("amber", "Amber", _MIDDLE, "Slipping; the update says what is being done about it.", 2),
        ("red", "Red", _BAD, "Not as planned; the update names an action, who takes it and by when.", 1),
    ),
    _scheme(
        "blue-green-amber-red",
        "Blue, green, amber and red",
        ("blue", "Blue", _DONE, "Complete, or part of everyday business now.", 4),
        ("green", "Green", _GOOD, "As planned.", 3),
        ("amber", "Amber", _MIDDLE, "Slipping, and expected to recover.", 2),
        ("red", "Red", _BAD, "Not as planned, and not expected to recover by itself.", 1),
    ),
)
_BY_TIME = (
    _scheme(
        "delay",
        "By months of delay",
        ("complete", "Complete", _DONE, "It is done.", 4),
        ("on-track", "On track", _GOOD, "It will be done in time.", 3),
        ("delayed", "Delayed", _MIDDLE, "It will be late by less than three months.", 2),
        ("late", "Will be missed", _BAD, "It will be late by three months or more.", 1),
    ),
    _scheme(
        "progress",
        "Complete, in progress, not started",
        ("complete", "Complete", _DONE, "It is done.", 5),
        ("on-course", "In progress, on course", _GOOD, "Begun, and it will be done in time.", 4),
        ("some-risk", "In progress, at risk", _MIDDLE, "Begun, and it may be late.", 3),
        ("off-course", "In progress, off course", _BAD, "Begun, and it will be late.", 2),
        ("not-started", "Not started", _QUIET, "Nothing has been done yet.", None),
    ),
    _scheme(
        "under-control",
        "Achieved, under control, behind, pending",
        ("achieved", "Achieved or on target", _GOOD, "It is done, or will be in time.", 3),
        ("under-control", "Under control", _MIDDLE, "Not there yet; what is missing is in hand.", 2),
        ("behind", "Behind schedule", _BAD, "It should have come further by now.", 1),
        ("pending", "Pending", _QUIET, "It waits for something else.", None),
    ),
)
STATUS_SCHEMES: dict[str, StatusScheme] = {
    scheme.key: scheme for scheme in (PLAIN, *_AGAINST_TARGETS, *_BY_RISK, *_BY_TIME)
}
