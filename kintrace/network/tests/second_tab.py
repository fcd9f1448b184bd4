"""Two tabs with the same form of the desk, and one button pressed twice, for tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

REFUSED = "This page was changed elsewhere since you opened it."


def seen_on(page: str) -> str:
    found = re.search(r'name="seen"(?: value="([^"]*)")?', page)
    assert found is not None
    return found[1] or ""


def saved_twice(client: Client, url: str, first: dict[str, Any], second: dict[str, Any]) -> str:
    """Both tabs open the page, the first one saves; gives what the second is shown. Saving once
    more from there is a choice, and goes through."""
    seen = {"seen": seen_on(client.get(url).content.decode())}
    assert client.post(url, first | seen).status_code == 302
    answer = client.post(url, second | seen)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert REFUSED in page
    assert seen_on(page) != seen["seen"]
    return page


def pressed_twice(client: Client, url: str, form: dict[str, Any]) -> None:
    typed = form | {"seen": seen_on(client.get(url).content.decode())}
    assert [client.post(url, typed).status_code for _press in range(2)] == [302, 302]


def saved_again(client: Client, url: str, second: dict[str, Any], page: str) -> None:
    assert client.post(url, second | {"seen": seen_on(page)}).status_code == 302
