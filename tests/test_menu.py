"""The menu: behind a button on a phone, open where there is room, by hand, by keyboard and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from built_sites import LANGUAGES
from conftest import Open

_PHONE, _DESK = {"width": 320, "height": 640}, {"width": 1440, "height": 900}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_has_a_button_for_it(language: str, scripts: bool, open_site: Open) -> None:
    page = open_site(language, viewport=_PHONE, java_script_enabled=scripts).open("fn/index.html")
    menu, tables = page.locator("#_meny"), page.locator("#_meny a[href*='tabeller/']")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Meny").click()
    expect(menu).to_be_visible()
    expect(page.locator("#_meny input[type=search]")).to_be_visible()
    tables.click()
    expect(page).to_have_url(re.compile("/tabeller/index.html$"))


def test_a_key_opens_it_and_a_key_closes_it(open_site: Open) -> None:
    page = open_site("nb", viewport=_PHONE).open("index.html")
    button, menu = page.get_by_role("button", name="Meny"), page.locator("#_meny")
    while not page.evaluate("document.activeElement.matches('button')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#_meny')")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_who_leaves_it_by_keyboard_closes_it(open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 390, "height": 700}).open("index.html")
    menu = page.locator("#_meny")
    page.get_by_role("button", name="Meny").press("Enter")
    for way, at in (("Tab", "last"), ("Shift+Tab", "first")):
        expect(menu).to_be_visible()
        (menu.locator("a").last if at == "last" else menu.locator("button").first).focus()
        page.keyboard.press(way)
        expect(menu).to_be_hidden()
        assert page.evaluate("document.activeElement !== document.body && document.activeElement.checkVisibility()"), at
        page.get_by_role("button", name="Meny").press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_button_in_it_closes_it(scripts: bool, open_site: Open) -> None:
    page = open_site("nb", viewport=_PHONE, java_script_enabled=scripts).open("fn/index.html")
    page.get_by_role("button", name="Meny").click()
    assert page.locator("#_meny nav a").first.inner_text() == "Forsiden"
    page.get_by_role("button", name="Lukk").click()
    expect(page.locator("#_meny")).to_be_hidden()


def test_the_front_page_has_a_search_outside_it_on_a_phone_alone(open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 360, "height": 740}, java_script_enabled=False).open("index.html")
    field = page.locator("main input[type=search]")
    expect(field).to_be_in_viewport()
    field.fill("helse")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/sok\.html\?q=helse$"))
    page.go_back()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(field).to_be_hidden()
    expect(page.locator("#_meny input[type=search]")).to_be_visible()


def test_it_stands_open_where_there_is_room(open_site: Open) -> None:
    page = open_site("nb", viewport=_DESK).open("index.html")
    expect(page.locator("#_meny")).to_be_visible()
    expect(page.get_by_role("button", name="Meny")).to_be_hidden()
    expect(page.get_by_role("button", name="Lukk")).to_be_hidden()
