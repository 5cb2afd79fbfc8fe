"""Numbers as a browser or a program sends them: digits, and not too many."""

MOST_DIGITS = 9


def number_in(words: str, most: int = MOST_DIGITS) -> int | None:
    """The number that at most so many digits make; None for anything else, an overlong one too."""
    return int(words) if words.isdecimal() and len(words) <= most else None
