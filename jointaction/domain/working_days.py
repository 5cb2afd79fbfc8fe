"""Working days of England and Wales: neither a weekend nor a bank holiday."""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

_SATURDAY = 5
ONE_DAY = timedelta(days=1)
# The government names the bank holidays about two years ahead; later ones follow from the rule alone.
ANNOUNCED_TO = 2027
BY_RULE = (
    f"Bank holidays after {ANNOUNCED_TO} are worked out by rule. A day that is added or moved, as for a "
    "coronation, is not known here before it is announced and Joint Action is updated."
)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> dict[date, str]:
    """The bank holidays of England and Wales in a calendar year, by day, with their names."""
    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return {day: found[day].replace("(observed)", "(substitute day)") for day in sorted(found)}


def is_working_day(day: date) -> bool:
    """Whether offices are open."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def working_day_from(day: date) -> date:
    """The day itself where it is a working day, else the next one after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day
