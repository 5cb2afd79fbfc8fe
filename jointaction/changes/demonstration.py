"""The demonstration: the invented partnership, its plans brought in by the reader every user has."""

from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.upload import upload_document
from jointaction.changes.partners import set_up_partnership
from jointaction.changes.plans import publish_plan
from jointaction.domain.access import Viewer
from jointaction.domain.imports import ImportState
from jointaction.queries.imports import import_page
from jointaction.queries.plans import plans_page
from jointaction.queries.viewers import viewer_by_email
from jointaction.sources.partnership import partnership_setup
from jointaction.store.models import Person

Progress = Callable[[int, int, str], None]
DOCUMENTS = ("action-plan-2022-23.docx", "action-plan-2023-24.pdf", "action-plan-2024-25.xlsx")


def load_demonstration(examples: Path, *, progress: Progress) -> str:
    """Load what is missing of the demonstration; says whether it was "loaded" or "already there".

    `examples` holds partnership.json and the three plans; running it again repairs a half-loaded one.
    """
    steps = len(DOCUMENTS) + 1
    progress(0, steps, "partnership")
    viewer, is_new = _demonstration_partnership(examples)
    for done, name in enumerate(DOCUMENTS, 1):
        progress(done, steps, name)
        is_new = _plan_loaded(viewer, examples / name) or is_new
    progress(steps, steps, "done")
    return "loaded" if is_new else "already there"


def _demonstration_partnership(examples: Path) -> tuple[Viewer, bool]:
    coordinator = Person.objects.filter(is_demo=True, membership__role="coordinator").order_by("pk").first()
    if coordinator:
        return viewer_by_email(coordinator.email), False
    return set_up_partnership(partnership_setup(examples / "partnership.json"), is_demo=True), True


def _plan_loaded(viewer: Viewer, document: Path) -> bool:
    key = uuid5(NAMESPACE_URL, f"demonstration/{document.name}")
    uploaded = upload_document(viewer, path=document, name=document.name, idempotency_key=key, at_once=True)
    page = import_page(viewer, uploaded.import_id)
    if page.state is not ImportState.REVIEW:
        return uploaded.is_new
    accept_import(viewer, import_id=page.id, version=page.version)
    oldest = plans_page(viewer)[-1]
    if not oldest.is_public:
        publish_plan(viewer, plan_id=oldest.id, is_public=True)
    return True
