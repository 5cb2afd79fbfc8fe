"""Numbers with nouns that agree, and days in words."""

from datetime import date


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun in the right form: 1 plan, 3 plans, 1,200 agencies."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_words(on: date) -> str:
    """A day as people write it: 12 May 2031."""
    return f"{on.day} {on:%B %Y}"
