"""Figures of one thing are set side by side; what cannot be told apart is left out."""

from jointaction.domain.claims.charting import StatedIn, over_time
from jointaction.domain.claims.values import Direction, Fact, Unit


def stated(value: float, period: str, what: str = "mediation meetings", **changed) -> StatedIn:
    area = changed.pop("area", None)
    fact = Fact(
        **(
            {
                "quote": f"{value} {what}",
                "value_text": str(value),
                "value": value,
                "what": what,
                "unit": Unit.COUNT,
            }
            | changed
        )
    )
    return StatedIn(fact, period, area, 1, 1)


def test_one_thing_of_several_periods_comes_in_their_order():
    (thing,) = over_time([stated(20, "2031-32 Q1"), stated(14, "2030-31 Q4"), stated(9, "2030-31 Q3")])
    assert [figure.fact.value for figure in thing.figures] == [9, 14, 20]


def test_a_year_is_not_set_beside_a_quarter():
    assert over_time([stated(1912, "2030-31"), stated(473, "2031-32 Q1")]) == ()


def test_other_things_units_areas_and_places_stay_apart():
    assert over_time([stated(14, "2030-31"), stated(20, "2031-32", "taxi cameras")]) == ()
    assert over_time([stated(14, "2030-31"), stated(20, "2031-32", unit=Unit.HOURS)]) == ()
    assert over_time([stated(14, "2030-31"), stated(20, "2031-32", area="North")]) == ()
    assert over_time([stated(14, "2030-31"), stated(20, "2031-32", place="Wharf End")]) == ()


def test_a_period_that_states_two_values_is_left_out():
    several = [stated(14, "2030-31"), stated(15, "2030-31"), stated(20, "2031-32"), stated(21, "2032-33")]
    (thing,) = over_time(several)
    assert [figure.period for figure in thing.figures] == ["2031-32", "2032-33"]
    assert over_time(several[:3]) == ()


def test_a_fall_in_percent_lies_below_zero():
    fall = stated(4, "2030-31", unit=Unit.PERCENT_CHANGE, direction=Direction.DOWN)
    assert fall.signed == -4
    assert stated(4, "2030-31", direction=Direction.DOWN).signed == 4
