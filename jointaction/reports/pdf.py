"""A paper as a PDF for reading and for screen readers: tagged, PDF/UA-1, set by typst."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import typst

from jointaction.domain.papers import Paper
from jointaction.reports.drawable import stand_ins
from jointaction.reports.pdf_data import paper_json
from jointaction.reports.printable import printable

FONTS = Path(__file__).parent.parent / "web" / "static" / "vendor" / "fonts"
_STATUS = Path(__file__).with_name("status.typ").read_bytes()
_PAGE = Path(__file__).with_name("paper.typ").read_bytes()
# Best first; the second comes with typst, so a paper can be set before the fonts are fetched.
_FAMILIES = ("Source Sans 3", "Libertinus Serif")
_ONE_CHARACTER = b'#set document(title: "One character", date: none)\n#sys.inputs.character'


def paper_pdf(paper: Paper, fonts: Path | None = FONTS) -> bytes:
    """The paper as a PDF/UA-1 file without author or dates; the same paper and fonts give the same bytes.

    `fonts` is a folder of font files; without it the paper is set in a font typst brings along.
    A character that no font holds is printed as its name or as a replacement sign.
    """
    return typeset(_PAGE, "paper", lambda families: paper_json(printable(paper), fonts=families), fonts)


def typeset(source: bytes, name: str, words: Callable[[list[str]], str], fonts: Path | None = FONTS) -> bytes:
    """A typst page as PDF/UA-1; `words` gives the JSON it reads, told which font families there are.

    The page may call what status.typ defines.
    """
    at_hand = _fonts_in(fonts if fonts and fonts.is_dir() else None)
    families = set(at_hand.families())
    data = words([family for family in _FAMILIES if family in families])
    try:
        return _compiled(_STATUS + source, at_hand, **{name: data})
    except typst.TypstError:
        return _compiled(_STATUS + source, at_hand, **{name: _drawable(data, at_hand)})


def _drawable(words: str, fonts: typst.Fonts) -> str:
    """The JSON with a stand-in, written as JSON, for each character the fonts lack."""
    swaps = stand_ins(words, lambda character: _can_draw(character, fonts))
    return words.translate({ord(each): json.dumps(instead)[1:-1] for each, instead in swaps.items()})


@cache
def _fonts_in(folder: Path | None) -> typst.Fonts:
    """The fonts of a folder and those of typst; never the machine's, which differ from place to place."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


@cache
def _can_draw(character: str, fonts: typst.Fonts) -> bool:
    try:
        _compiled(_ONE_CHARACTER, fonts, character=character)
    except typst.TypstError:
        return False
    return True


def _compiled(source: bytes, fonts: typst.Fonts, **words: str) -> bytes:
    return typst.compile(source, font_paths=fonts, sys_inputs=words, format="pdf", pdf_standards=["ua-1"])
