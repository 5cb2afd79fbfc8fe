"""The design system's files without what is not ours to use."""

import pytest

from tools.assets import checked, own_style, without_map

FACE = "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
CREST = ".logo:before{background:url(/assets/images/govuk-crest.svg)}"
MAP = "\n/*# sourceMappingURL=govuk-frontend.min.css.map */\n"


def test_fonts_crest_and_map_are_taken_out():
    css = own_style(
        f"/*! All rights reserved */{FACE}.a{{font-family:GDS Transport,arial,sans-serif}}{CREST}{MAP}"
    )
    assert checked("style", css)
    assert ".a{font-family:-apple-system" in css


def test_other_rules_stay_as_they_are():
    rules = ".a{color:red}@media print{.b{display:none}}"
    assert own_style(rules) == rules


def test_a_scripts_map_is_taken_out():
    assert without_map("run();//# sourceMappingURL=a.js.map\n") == "run();"


@pytest.mark.parametrize("trace", [FACE, CREST, "a{b:url(/assets/x.png)}", "//# sourceMappingURL=x"])
def test_a_trace_of_them_stops_the_build(trace: str):
    with pytest.raises(SystemExit, match="package has changed"):
        checked("style", trace)
