"""Updates of our own in their places, for the tests of questions."""

from jointaction.domain.claims.questions import Kind, PlacedUpdate, Question, questions


def an_update(text: str, **changed) -> PlacedUpdate:
    values = {
        "plan_year": "2030-31",
        "ref": "1.1",
        "period": "2030-31 Q4",
        "area": None,
        "objective": "Make the town safer",
        "measures": (),
    } | changed
    return PlacedUpdate(text=text, **values)


def asked(kind: Kind, *updates: PlacedUpdate) -> list[Question]:
    return [question for question in questions(updates) if question.kind is kind]


def asked_of(kind: Kind, text: str, **changed) -> list[Question]:
    return asked(kind, an_update(text, **changed))
