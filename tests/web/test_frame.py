"""The frame around every page: header, demonstration bar, foot, errors and the sign-in pages."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from jointaction.domain.access import Role, Viewer
from jointaction.web.parts.viewer import Room

PUBLIC = Viewer(1, "Tollmere Partnership", Role.PUBLIC)
LEAD = Viewer(1, "Tollmere Partnership", Role.AGENCY_LEAD, person_id=7, name="Dev Harrow", agency="Probation")
ROOMS = (Room("Home", "/", False), Room("Plan", "/plans/", True))


def page(viewer: Viewer | None = PUBLIC, *, is_demo: bool = False, name: str = "404.html") -> str:
    frame = {"viewer": viewer, "rooms": ROOMS, "is_demo": is_demo, "csrf_token": "token"}
    return render_to_string(name, frame)


def header(html: str) -> str:
    found = re.search(r"<header.*?</header>", html, re.DOTALL)
    assert found
    return found[0]


def test_a_pages_title_ends_with_the_products_name():
    assert "<title>Page not found - Joint Action</title>" in page()


def test_the_first_link_leads_past_the_header_to_the_main_part():
    html = page()
    assert html.index('href="#main"') < html.index("<header")
    assert html.count('<main class="ja-main" id="main">') == 1


def test_the_header_names_the_partnership_and_marks_the_room():
    shown = header(page())
    assert "Tollmere Partnership" in shown
    assert re.search(r'href="/plans/" aria-current="true"', shown)
    assert shown.count("aria-current") == 1


def test_a_stranger_is_offered_to_sign_in():
    shown = header(page())
    assert "Sign in</a>" in shown
    assert "Sign out" not in shown


def test_a_person_sees_their_name_and_agency_and_signs_out_by_a_form():
    shown = header(page(LEAD))
    assert ("Dev Harrow" in shown, "Probation" in shown) == (True, True)
    assert re.search(r'<form method="post" action="/account/sign-out/">.*Sign out</button>', shown)
    assert "Sign in</a>" not in shown


def test_a_partnerships_name_is_shown_as_text():
    assert "<b>" not in page(Viewer(1, "<b>Bold</b>", Role.PUBLIC))


def test_the_demonstration_offers_every_role_and_marks_ones_own():
    html = page(LEAD, is_demo=True)
    offered = re.findall(r'formaction="/account/sign-in/as/([^/]+)/"( aria-current="true")?', html)
    assert [role.replace("%20", " ") for role, _ in offered] == [
        role for role in Role if role.is_held_by_members
    ]
    assert [role for role, mark in offered if mark] == ["agency%20lead"]


def test_nothing_of_the_demonstration_is_on_a_real_page():
    assert "ja-demo" not in page(LEAD)


@pytest.mark.parametrize("name", ["404.html", "403.html", "403_csrf.html", "500.html"])
def test_the_pages_for_errors_need_nothing_but_themselves(name: str):
    html = render_to_string(name)
    assert html.count("<h1") == 1
    assert "ja-header__partnership" not in html


@pytest.mark.parametrize(
    "name", ["account/login.html", "account/logout.html", "account/password_change.html"]
)
def test_the_sign_in_pages_are_drawn_in_the_frame(name: str):
    html = render_to_string(name, request=RequestFactory().get("/"))
    assert 'class="ja-main"' in html
    assert "csrfmiddlewaretoken" in html


def test_the_sign_in_page_offers_no_sign_up_and_no_reset(client: Client, settings, tmp_path, db: None):
    settings.STATIC_ROOT = tmp_path
    html = client.get("/account/sign-in/").content.decode()
    assert "govuk-input" in html
    assert not re.search("signup|sign up|reset", html, re.IGNORECASE)


def test_no_placeholder_stands_in_for_a_label(client: Client, settings, tmp_path, db: None):
    settings.STATIC_ROOT = tmp_path
    html = client.get("/account/sign-in/").content.decode()
    assert "placeholder" not in html
    assert html.count("<label") == 2
