"""A sheet's values as the text its readers see: dates in words, whole numbers whole, percentages as such."""

import re
from datetime import date, datetime, time, timedelta

CellValue = int | float | str | bool | time | date | datetime | timedelta

_DECIMALS = re.compile(r"0\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[\$?([^\]-]*)[^\]]*\]')
_SYMBOLS = "£$€"


def cell_text(value: CellValue, number_format: str = "") -> str:
    """The text of one value: 31 March 2009, 14:30, 12, 0.5, or 15% and £1,200 where the format says so."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(float(value), number_format)
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {_clock(value.time())}"
        return _day(value) + clock
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time):
        return _clock(value)
    return str(value)


def _day(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def _clock(value: time) -> str:
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


def _number(value: float, number_format: str) -> str:
    code = number_format.partition(";")[0]
    signs = _QUOTED.sub(lambda match: match[0].strip('"') if match[1] is None else match[1], code)
    decimals = len(found[1]) if (found := _DECIMALS.search(code)) else 0
    if "%" in signs:
        return f"{value * 100:.{decimals}f}%"
    symbol = next((sign for sign in _SYMBOLS if sign in signs), "")
    if symbol or "#,##" in code:
        return f"{'-' if value < 0 else ''}{symbol}{abs(value):,.{decimals}f}"
    return _plain(value)


def _plain(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
