"""Run as a program: `issue` has a partnership issue a paper; `given` tells what its files hold now."""

import json
import sys
from hashlib import sha256

import django

django.setup()

from jointaction.changes.papers.taking import issued_file  # noqa: E402
from jointaction.domain.access import Role  # noqa: E402
from jointaction.reports.formats import FORMATS  # noqa: E402
from tests import committee_papers, factories  # noqa: E402

if __name__ == "__main__":
    if sys.argv[1] == "issue":
        viewer = factories.alder_vale()
        committee_papers.issued(viewer, factories.accepted_plan(viewer))
    reader = factories.member(Role.COUNCILLOR)
    given = {form: issued_file(reader, number=1, extension=form).content for form in FORMATS}
    print(json.dumps({form: sha256(content).hexdigest() for form, content in given.items()}))
