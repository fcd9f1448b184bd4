"""Forms that another site made somebody's browser send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kintrace.network.access import Role
from kintrace.visitors.quota import Quota
from tests.access.expected import TABLE
from tests.access.lines import OF_VISITORS
from tests.access.matrix import address

if TYPE_CHECKING:
    from tests.access.people import Somebody
    from tests.town import Town

SENT = [name for name, line in TABLE.items() if "POST" in line.methods]
FROM_VISITORS = [name for name in SENT if name.startswith(OF_VISITORS)]
FROM_MEMBERS = sorted(set(SENT) - set(FROM_VISITORS))
ELSEWHERE = "https://elsewhere.example"


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.OFFICER, None])
def test_a_form_without_its_token_is_refused_wherever_members_go(
    role: Role | None, towns: tuple[Town, Town], people: list[Somebody]
) -> None:
    one = next(person for person in people if person.role is role and person.fresh)
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.load(one.cookies)
    taken = {
        name
        for name in FROM_MEMBERS
        if browser.post(address(name, TABLE[name], towns[0]), {"x": "y"}).status_code != 403
    }
    assert taken == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", FROM_VISITORS)
def test_a_visitors_form_is_refused_from_elsewhere_and_taken_without_a_word_of_where(
    name: str, towns: tuple[Town, Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Quota, "allows", lambda *_: True)
    url, browser = address(name, TABLE[name], towns[0]), Client(enforce_csrf_checks=True)
    assert browser.post(url, headers={"origin": ELSEWHERE}).status_code == 403
    assert browser.post(url, headers={"origin": "null"}).status_code == 403
    assert browser.post(url, headers={"origin": "http://testserver"}).status_code == 422
    assert browser.post(url).status_code == 422
    assert not browser.cookies
