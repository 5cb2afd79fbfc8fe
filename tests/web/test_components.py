"""The gallery shows every part, and the parts keep to the page policy."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

WEB = Path(__file__).resolve().parents[2] / "jointaction" / "web"
COMPONENTS = sorted(path for path in (WEB / "templates" / "components").glob("*.html"))
PARTS = [path for path in COMPONENTS if path.stem != "gallery"]
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STYLES = "\n".join(path.read_text() for path in sorted((WEB / "static" / "css").glob("*.css")))
GALLERY = (WEB / "templates" / "components" / "gallery.html").read_text()

INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|\|\s*safe\b|javascript:", re.IGNORECASE
)


class Page(HTMLParser):
    """The ids, the labels' targets, and the inputs of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.named: set[str] = set()
        self.referred: set[str] = set()
        self.inputs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        self.referred |= set(given.get("aria-describedby", "").split())
        self.referred |= set(given.get("aria-labelledby", "").split())
        if tag == "label":
            self.named.add(given.get("for", ""))
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.inputs.append(given.get("id", ""))


@pytest.fixture
def visitor(db: None, settings) -> Client:
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    return Client()


@pytest.fixture
def gallery(visitor: Client) -> str:
    answer = visitor.get("/components/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_each_part_lists_its_arguments_at_the_top(part: Path):
    assert part.read_text().startswith(f"{{% comment %}}\n{part.stem}: ")


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_each_part_is_shown_in_the_gallery(part: Path):
    assert f'include "components/{part.name}"' in GALLERY


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB / "templates")))
def test_no_template_holds_a_style_a_script_or_unescaped_text(template: Path):
    assert not INLINE.findall(template.read_text())


def test_the_inline_check_finds_what_it_looks_for():
    for bad in ('<p style="x">', "<script>x</script>", '<a onclick="x">', "{{ text|safe }}", "<style>"):
        assert INLINE.search(bad)
    assert not INLINE.search('<script type="module" src="start.js"></script>')


def test_every_id_in_the_gallery_is_used_once(gallery: str):
    ids = Page(gallery).ids
    assert len(ids) == len(set(ids))


def test_every_input_in_the_gallery_has_a_label(gallery: str):
    page = Page(gallery)
    assert len(page.inputs) > 20
    assert set(page.inputs) <= page.named


def test_every_description_in_the_gallery_exists(gallery: str):
    page = Page(gallery)
    assert page.referred
    assert page.referred <= set(page.ids)


def test_every_sentence_of_the_error_summary_leads_to_its_field(gallery: str):
    summary = re.search(r'govuk-error-summary__list">(.*?)</ul>', gallery, re.DOTALL)
    assert summary
    targets = re.findall(r'href="#([^"]+)"', summary[1])
    assert {"wrong_reference", "wrong_due_day", "wrong_standing_0"} <= set(targets) <= set(Page(gallery).ids)


def test_every_class_of_ours_in_the_gallery_has_a_style(gallery: str):
    used = {name for names in re.findall(r'class="([^"]*)"', gallery) for name in names.split()}
    ours = {name for name in used if name.startswith("ja-")}
    field_names = {name for name in ours if name.startswith("ja-plan__cell--")}
    assert not {name for name in ours - field_names if f".{name}" not in STYLES}


def test_the_gallery_stays_closed_outside_the_demonstration(visitor: Client, settings):
    settings.DEMO = False
    assert visitor.get("/components/").status_code == 404
