"""Run as a program: the words of every answer, by its return and box, as JSON."""

import json

import django

django.setup()

from jointaction.store.models import Answer  # noqa: E402

if __name__ == "__main__":
    kept = Answer.objects.values_list("of_return_id", "objective_id", "area_id", "text")
    print(json.dumps({f"{of_return}-{row}-{area or 0}": text for of_return, row, area, text in kept}))
