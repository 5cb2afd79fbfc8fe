"""Text as people read it: blanks evened out, invisible signs gone, the author's words untouched."""

import re

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
# Word's bullets have no letter of their own in a PDF: they come from the fonts Symbol and Wingdings.
_BULLET = re.compile("[\uf020-\uf0ff]|^\\(cid:\\d+\\)(?= )")


def tidy_line(text: str) -> str:
    """One line: runs of blanks become one, soft hyphens and zero-width signs vanish, bullets become •."""
    return _BULLET.sub("•", " ".join(_INVISIBLE.sub("", text).replace("\u2011", "-").split()))


def tidy_lines(text: str) -> str:
    """Several lines, each evened out, empty ones left out."""
    return "\n".join(line for line in map(tidy_line, text.splitlines()) if line)


def squeezed(text: str) -> str:
    """The text without any blanks, to ask whether words have arrived whatever broke them."""
    return "".join(tidy_line(text).split())
