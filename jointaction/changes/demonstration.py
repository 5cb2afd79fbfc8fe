"""The demonstration: the invented partnership, its plans brought in by the reader every user has."""

from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from jointaction.changes.demonstration_year import load_running_year
from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.upload import upload_document
from jointaction.changes.partners import set_up_partnership
from jointaction.changes.publishing import publish_plan
from jointaction.domain.access import Role, Viewer
from jointaction.domain.imports import ImportState
from jointaction.queries.imports import import_page
from jointaction.queries.plans import plans_page
from jointaction.queries.versions import plan_version
from jointaction.queries.viewers import viewer_by_email
from jointaction.sources.partnership import partnership_setup
from jointaction.sources.quarters import quarters_from
from jointaction.store.models import Partnership

Progress = Callable[[int, int, str], None]
SETUP = "partnership.json"
QUARTERS = "quarters.json"
# A second partnership shows that one cannot see into another.
NEIGHBOUR = "yarrowdale"


def load_demonstration(examples: Path, *, progress: Progress) -> str:
    """Load what is missing of the demonstration; says whether it was "loaded" or "already there".

    `examples` holds partnership.json and the plans, and the neighbour's in a folder of its own; running
    it again repairs a half-loaded one.
    """
    folders = [folder for folder in (examples, examples / NEIGHBOUR) if (folder / SETUP).exists()]
    documents = {folder: _documents(folder) for folder in folders}
    steps, done, is_new = sum(map(len, documents.values())), 0, False
    for folder, paths in documents.items():
        viewer, was_missing = _demonstration_partnership(folder)
        is_new = is_new or was_missing
        for path in paths:
            progress(done, steps, path.name)
            is_new = _plan_loaded(viewer, path) or is_new
            done += 1
    for folder in folders:
        if (folder / QUARTERS).exists():
            viewer, _ = _demonstration_partnership(folder)
            quarters = quarters_from(folder / QUARTERS)
            is_new = load_running_year(viewer, quarters, timezone.localdate()) or is_new
    progress(steps, steps, "done")
    return "loaded" if is_new else "already there"


def _documents(folder: Path) -> list[Path]:
    """The folder's plans, the earliest year first; of one plan in two forms the first by name."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("action-plan-*.*")):
        found.setdefault(path.stem, path)
    return list(found.values())


def _demonstration_partnership(folder: Path) -> tuple[Viewer, bool]:
    setup = partnership_setup(folder / SETUP)
    if Partnership.objects.filter(slug=setup.slug).exists():
        coordinator = next(person for person in setup.people if person.role == Role.COORDINATOR)
        return viewer_by_email(coordinator.email), False
    return set_up_partnership(setup, is_demo=True), True


def _plan_loaded(viewer: Viewer, document: Path) -> bool:
    key = uuid5(NAMESPACE_URL, f"demonstration/{viewer.partnership}/{document.name}")
    uploaded = upload_document(viewer, path=document, name=document.name, idempotency_key=key, at_once=True)
    page = import_page(viewer, uploaded.import_id)
    if page.state is not ImportState.REVIEW:
        return uploaded.is_new
    accept_import(viewer, import_id=page.id, version=page.version)
    oldest = plans_page(viewer)[-1]
    if not oldest.is_public:
        version = plan_version(viewer, oldest.id)
        publish_plan(viewer, plan_id=oldest.id, version=version, is_public=True)
    return True
