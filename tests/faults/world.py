"""Run as a program: an invented partnership with a document under review; prints its ids."""

import json

import django

django.setup()

from tests.factories import alder_vale, import_in_review, large_draft  # noqa: E402

if __name__ == "__main__":
    viewer = alder_vale(is_demo=True)
    print(json.dumps({"import_id": import_in_review(viewer, large_draft(4)), "key": "r2"}))
