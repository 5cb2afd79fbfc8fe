"""Copy what pages and papers need out of node_modules, make it ours, and delete the rest.

Run after `npm ci`. The GOV.UK Design System may be used outside gov.uk without its font, crest
and logo, so these are taken out, and the build fails if a trace of them is left. The same input
always gives the same bytes.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "jointaction" / "web" / "static" / "vendor"
BROWSER_TESTS = ROOT / "tests" / "browser" / "vendor"

GOVUK = MODULES / "govuk-frontend" / "dist" / "govuk"
FONTS = MODULES / "@expo-google-fonts" / "source-sans-3"
FACES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")
AXE = MODULES / "axe-core" / "axe.min.js"

SYSTEM_SANS = '-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'
TRACES = ("gds transport", "/assets/", "crest", "@font-face", "sourcemappingurl")


def own_style(css: str) -> str:
    """The design system's style sheet without its fonts, crest and map."""
    css = re.sub(r"/\*!.*?\*/\s*(?=@font-face)", "", css, flags=re.DOTALL)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r'"?GDS Transport"?,\s*arial,\s*sans-serif', SYSTEM_SANS, css, flags=re.IGNORECASE)
    css = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", css)
    return without_map(css)


def without_map(text: str) -> str:
    """The text without the address of its source map, which is not copied."""
    return re.sub(r"(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$", "", text)


def checked(name: str, text: str) -> str:
    """The text, or an end with a sentence when something that is not ours to use is left in it."""
    left = [trace for trace in TRACES if trace in text.lower()]
    if left:
        raise SystemExit(
            f"{name} still holds {', '.join(left)}. Look at tools/assets.py: the package has changed."
        )
    return text


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def take_assets() -> None:
    """Fill static/vendor and tests/browser/vendor from node_modules."""
    for folder in (VENDOR, BROWSER_TESTS):
        shutil.rmtree(folder, ignore_errors=True)
    for name, ours in (("govuk-frontend.min.css", own_style), ("govuk-frontend.min.js", without_map)):
        text = ours((GOVUK / name).read_text(encoding="utf-8"))
        written(VENDOR / "govuk" / name, checked(name, text))
    for face in FACES:
        name = f"SourceSans3_{face}.ttf"
        copied(FONTS / face / name, VENDOR / "fonts" / name)
    copied(FONTS / "LICENSE_FONT", VENDOR / "fonts" / "LICENSE.txt")
    copied(AXE, BROWSER_TESTS / "axe.min.js")


def main() -> None:
    if not MODULES.is_dir():
        sys.exit("There is no node_modules folder. Run `npm ci` first.")
    take_assets()
    shutil.rmtree(MODULES)


if __name__ == "__main__":
    main()
