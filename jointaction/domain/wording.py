"""Numbers and nouns that agree."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun in the right form: 1 plan, 3 plans, 1,200 agencies."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
