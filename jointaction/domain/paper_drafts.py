"""What a person writes for a committee paper before it is issued."""

from dataclasses import dataclass, field

from jointaction.domain.paper_choice import PaperChoice
from jointaction.domain.papers import PaperCover

# The boxes a council's cover usually has; a partnership renames, adds and leaves out.
USUAL_BOXES = (
    "Money and staff",
    "Law",
    "Equality",
    "Environment and climate",
    "Crime and disorder (section 17)",
    "Risks",
    "Who was consulted",
)


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """The title, the period ("2008-09 Q4"), the cover, and what of the plan is shown."""

    title: str
    period: str
    cover: PaperCover = PaperCover()  # noqa: RUF009  # frozen, so one value serves all
    choice: PaperChoice = field(default_factory=PaperChoice)
