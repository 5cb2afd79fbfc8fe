import random
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from jointaction.domain.audit import FIRST_HASH, Entry, Link, chained_hash, first_break, moment

START = datetime(2031, 4, 1, 9, 0, tzinfo=UTC)


def entry(sequence: int) -> Entry:
    return Entry(
        partnership_id=3,
        sequence=sequence,
        at=moment(START + timedelta(minutes=sequence)),
        person_id=7,
        person="Ada Fenn",
        action="correct row",
        thing="import",
        thing_id="12",
        summary=f"row r{sequence}",
        before="By June",
        after="By July",
    )


def chain(length: int) -> list[Link]:
    links, previous = [], FIRST_HASH
    for sequence in range(1, length + 1):
        written = entry(sequence)
        links.append(Link(written, previous, chained_hash(written, previous)))
        previous = links[-1].hash
    return links


def changed(links: list[Link], chance: random.Random) -> list[Link]:
    at = chance.randrange(len(links))
    field = chance.choice([field.name for field in fields(Entry)])
    old = getattr(links[at].entry, field)
    new = old + 1 if isinstance(old, int) else f"{old}."
    return [*links[:at], replace(links[at], entry=replace(links[at].entry, **{field: new})), *links[at + 1 :]]


def rehashed(links: list[Link], chance: random.Random) -> list[Link]:
    """Changed by somebody who makes the entry's own hash right again."""
    at = chance.randrange(len(links) - 1)
    other = replace(links[at].entry, after="Never")
    forged = Link(other, links[at].previous_hash, chained_hash(other, links[at].previous_hash))
    return [*links[:at], forged, *links[at + 1 :]]


def deleted(links: list[Link], chance: random.Random) -> list[Link]:
    at = chance.randrange(len(links) - 1)
    return links[:at] + links[at + 1 :]


def inserted(links: list[Link], chance: random.Random) -> list[Link]:
    at = chance.randrange(len(links))
    previous = links[at].previous_hash
    planted = replace(entry(at + 1), action="accept document")
    return [*links[:at], Link(planted, previous, chained_hash(planted, previous)), *links[at:]]


def reordered(links: list[Link], chance: random.Random) -> list[Link]:
    one, other = chance.sample(range(len(links)), 2)
    moved = list(links)
    moved[one], moved[other] = moved[other], moved[one]
    return moved


@pytest.mark.parametrize("length", [0, 1, 2, 40])
def test_an_untouched_chain_is_whole(length):
    assert first_break(chain(length)) is None


@pytest.mark.parametrize("tamper", [changed, rehashed, deleted, inserted, reordered])
def test_two_hundred_tamperings_of_each_kind_are_all_found(tamper):
    chance = random.Random(tamper.__name__)
    links = chain(12)
    found = [first_break(tamper(links, chance)) for _ in range(200)]
    assert None not in found


@pytest.mark.parametrize("field", [field.name for field in fields(Entry)])
def test_every_field_of_an_entry_is_under_the_hash(field):
    written = entry(1)
    old = getattr(written, field)
    other = replace(written, **{field: old + 1 if isinstance(old, int) else old + "x"})
    assert chained_hash(other, FIRST_HASH) != chained_hash(written, FIRST_HASH)


def test_words_cannot_move_from_one_field_to_the_next_unseen():
    one = replace(entry(1), before="ab", after="c")
    other = replace(entry(1), before="a", after="bc")
    assert chained_hash(one, FIRST_HASH) != chained_hash(other, FIRST_HASH)


def test_the_break_is_named_by_the_entry_at_which_it_stands():
    links = chain(9)
    links[4] = replace(links[4], entry=replace(links[4].entry, person="Somebody else"))
    assert first_break(links) == 5


def test_a_chain_cut_off_at_its_end_is_whole_so_its_last_hash_must_be_kept_elsewhere():
    links = chain(9)
    assert first_break(links[:-1]) is None
    assert links[-2].hash != links[-1].hash


def test_a_moment_is_written_to_the_microsecond_with_its_zone():
    assert moment(START) == "2031-04-01T09:00:00.000000+00:00"
