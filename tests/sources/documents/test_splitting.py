import pytest

from jointaction.domain.fields import Field
from jointaction.sources.documents.splitting import comma_items, items


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Run patrols by night Hold talks as needed", ("Run patrols by night", "Hold talks as needed")),
        ("Pursue ABC'sPursue orders", ("Pursue ABC's", "Pursue orders")),
        ("Visit schools. Train wardens", ("Visit schools.", "Train wardens")),
        ("Carry out Test purchasing in shops", ("Carry out Test purchasing in shops",)),
        ("Work with the Case Review Group", ("Work with the Case Review Group",)),
        ("Write the town's Prevent plan", ("Write the town's Prevent plan",)),
        ("Publish stories in Link Magazine Hold a fair", ("Publish stories in Link Magazine", "Hold a fair")),
        ("Fit bins e.g. Northmoor park", ("Fit bins e.g. Northmoor park",)),
    ],
)
def test_actions_are_cut_where_a_new_one_begins(text, parts):
    assert items([text], Field.ACTION) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Meetings held CCTV in use No of audits", ("Meetings held", "CCTV in use", "No of audits")),
        ("Number of public, local meetings", ("Number of public, local meetings",)),
        ("Better chances Website launched", ("Better chances", "Website launched")),
    ],
)
def test_measures_are_cut_where_a_new_one_begins(text, parts):
    assert items([text], Field.MEASURE) == parts


def test_lines_are_always_cut():
    assert items(["sweep the park", "plant a hedge"], Field.ACTION) == ("sweep the park", "plant a hedge")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Forum held, week supported, post filled", ("Forum held", "week supported", "post filled")),
        ("Publicity of logo, website set up", ("Publicity of logo", "website set up")),
        ("Number of public, local meetings and events", ("Number of public, local meetings and events",)),
        ("Amount, frequency and attendance", ("Amount, frequency and attendance",)),
    ],
)
def test_a_comma_list_is_cut_where_each_part_is_complete(text, parts):
    assert comma_items(text) == parts


def test_no_words_are_lost():
    text = "Run patrols. Hold talks Visit schools and Train wardens"

    assert " ".join(items([text], Field.ACTION)).split() == text.split()
