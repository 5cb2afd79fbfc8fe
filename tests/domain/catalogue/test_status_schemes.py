import pytest

from jointaction.domain.catalogue.status_schemes import STATUS_SCHEMES
from jointaction.domain.statuses import NO_UPDATE

schemes = pytest.mark.parametrize("scheme", STATUS_SCHEMES.values(), ids=lambda scheme: scheme.key)


@schemes
def test_no_two_statuses_of_a_scheme_have_one_word_key_or_look(scheme):
    looks = {(status.shape, status.colour) for status in (*scheme.statuses, NO_UPDATE)}
    assert len(looks) == len(scheme.statuses) + 1
    assert len({status.word for status in scheme.statuses}) == len(scheme.statuses)
    assert len({status.key for status in scheme.statuses}) == len(scheme.statuses)


@schemes
def test_without_its_colour_each_status_is_still_told_by_its_shape(scheme):
    assert len({status.shape for status in scheme.statuses}) == len(scheme.statuses)


@schemes
def test_every_status_has_a_definition_to_print(scheme):
    assert all(status.definition.endswith(".") for status in scheme.statuses)


@schemes
def test_ranks_run_from_worst_to_best(scheme):
    ranks = [status.rank for status in scheme.statuses if status.rank]
    assert ranks == sorted(ranks, reverse=True)
    assert len(ranks) >= 3
