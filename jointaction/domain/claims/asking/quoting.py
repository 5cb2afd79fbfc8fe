"""Quotes of several figures of one update, put together so that no words are shown twice."""

from collections.abc import Iterable

from jointaction.domain.claims.values import Fact


def quotes_of(text: str, facts: Iterable[Fact]) -> str:
    """The words the figures stand in, overlapping quotes made one, parted by " / "."""
    spans = sorted(_span(text, fact) for fact in facts)
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return " / ".join(" ".join(text[start:end].split()) for start, end in merged)


def _span(text: str, fact: Fact) -> tuple[int, int]:
    start = text.rfind(fact.quote, 0, fact.at + len(fact.quote))
    start = max(start, 0)
    return start, start + len(fact.quote)
