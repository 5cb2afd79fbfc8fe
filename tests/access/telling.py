"""Words of every kind that people of the first partnership may write, where no page made some."""

from django.utils import timezone

from jointaction.changes.figures import keep_figures
from jointaction.domain.access import Viewer
from jointaction.domain.claims.words_kept import WordKind
from jointaction.store.models import Amendment, LocalWord, StatedFigure, Update
from tests import factories


def make(viewer: Viewer, plan_id: int) -> None:
    """A figure stated in an update, a careful word and an amendment."""
    objective_id = factories.objective_of(plan_id, "1.2")
    Update.objects.filter(objective_id=objective_id).update(text="14 allotments visited")
    keep_figures(plan_id)
    assert StatedFigure.objects.filter(of_update__objective_id=objective_id).exists()
    LocalWord.objects.create(
        partnership_id=viewer.partnership_id, kind=WordKind.PEOPLE.value, word="Cy Thatcher"
    )
    change = {"objective": objective_id, "ref": "1.2", "field": "target", "before": "30", "after": "29"}
    Amendment.objects.create(
        plan_id=plan_id,
        number=1,
        reason="The count was wrong",
        agreed_by="Overview group",
        changes=[change],
        made_by_id=viewer.person_id,
        made_at=timezone.now(),
    )
