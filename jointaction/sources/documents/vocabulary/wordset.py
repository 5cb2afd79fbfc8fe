"""Word lists written as running text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, parted by commas, in order."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))
