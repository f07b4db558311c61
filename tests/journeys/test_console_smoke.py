"""The shortest look at the console in a real browser: sign in, see Hôm nay."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from cast import whole_cast
from console_rig import QUIET, Seen, sign_in
from parts import chromium


@pytest.mark.django_db(transaction=True)
def test_a_person_signs_in_and_sees_the_day(live_server: LiveServer) -> None:
    path = str(chromium())
    user = whole_cast().hanh.user
    user.set_password("suối đá gò mây")
    user.save()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        page = browser.new_page(base_url=live_server.url, viewport={"width": 360, "height": 740})
        seen = Seen(page, live_server.url)
        sign_in(page, "hanh", "suối đá gò mây")
        expect(page.get_by_role("heading", level=1)).to_have_text("Hôm nay")
        page.wait_for_load_state("networkidle")
        browser.close()
    assert (seen.troubles, seen.elsewhere) == ([], [])
