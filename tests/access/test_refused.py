"""No form of the desk loses what was typed when what it asks for is refused.

Each form of each page is filled in and sent to a view that refuses; then its page is asked for
again, as the page that refuses offers, and everything stands in the form as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from html import escape, unescape
from typing import TYPE_CHECKING, Any, Never

import pytest
from django.db import transaction
from django.urls import resolve

from kintrace.network import kept
from kintrace.network.access import Who
from kintrace.network.put_back import CHOSEN, Page
from kintrace.network.typed import BACK_TO_FORM
from kintrace.ui.refusals import Refusal
from tests.access.expected import TABLE
from tests.access.matrix import address, at_the_door
from tests.access.routes import routes
from tests.turns import in_turns

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.urls import URLPattern

    from kintrace.network.put_back import Field, Form
    from tests.access.people import Somebody
    from tests.town import Town

ROUTES = routes()
PAGES = [
    name
    for name in sorted(ROUTES)
    if "GET" in TABLE[name].methods and TABLE[name].access.who is Who.STAFF
]
SENTENCE = "Another day, please."
TYPED = frozenset({"text", "textarea", "tel", "email", "number", "date", "search", "url"})
OF_EACH_PAGE = {"csrfmiddlewaretoken", kept.FIELD}
Answers = dict[str, list[str]]


@pytest.mark.parametrize("name", in_turns(PAGES, turns=8))
@pytest.mark.django_db
def test_what_is_typed_on_a_page_stands_there_again_after_a_refusal(
    name: str, town: Town, people: list[Somebody], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = TABLE[name]
    member = next(one for one in people if one.fresh and not at_the_door(line, one))
    here = address(name, line, town)
    for form in Asking.on(_sent(member, "GET", here), here):
        typed = form.filled_in()
        with monkeypatch.context() as patched:
            route = _route_of(form.sent_to)
            patched.setattr(route, "callback", _refusing(route.callback))
            sent = typed | {kept.FIELD: form.sent()[kept.FIELD]}
            refusal = _sent(member, "POST", form.sent_to, sent, came_from=here)
        shown = refusal.content.decode()
        assert [one for one in form.words if escape(one) not in shown] == [], form.sent_to
        if refusal.status_code != 409:
            assert refusal.status_code == 403  # who reads the page may not send this form
            continue
        back = next(one for one in Asking.on(refusal, "") if BACK_TO_FORM in one.answers())
        assert back.sent_to == f"{here}#typed"
        again = _sent(member, "POST", here, back.sent(), came_from=form.sent_to)
        there = [one for one in Asking.on(again, here) if one.sent_to == form.sent_to]
        assert typed in [one.answers() for one in there], form.sent_to


def test_the_pages_have_many_forms() -> None:
    assert len(PAGES) > 90


def _sent(
    member: Somebody, method: str, url: str, typed: Answers | None = None, *, came_from: str = ""
) -> HttpResponse:
    """One request of this member, undone afterwards."""
    member.client.cookies.clear()
    member.client.cookies.load(member.cookies)
    send: Any = getattr(member.client, method.lower())
    with transaction.atomic():
        answer: HttpResponse = send(url, typed, HTTP_REFERER=f"http://testserver{came_from}")
        transaction.set_rollback(True)
    return answer


@dataclass
class Asking:
    """A form that keeps what is typed in it."""

    form: Form
    page: str

    @classmethod
    def on(cls, answer: HttpResponse, here: str) -> list[Asking]:
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            return []
        page = answer.content.decode()
        asking = [cls(one, page) for one in Page(page, here=here).forms]
        return [one for one in asking if kept.FIELD in one.sent() and one.filled_in()]

    @property
    def sent_to(self) -> str:
        return self.form.sent_to

    @property
    def words(self) -> list[str]:
        fields = enumerate(self.form.fields)
        return [f"Zebra & <{number}> ዘ" for number, one in fields if one.kind in TYPED]

    def filled_in(self) -> Answers:
        """Words in every field, and of each choice the last; hidden values as they stand."""
        typed, words = Answers(), iter(self.words)
        for one in self.form.fields:
            if one.kind in TYPED:
                typed.setdefault(one.name, []).append(next(words))
            elif one.kind == "option":
                typed[one.name][-1] = one.value
            elif one.kind in CHOSEN and "disabled" not in one.said:
                typed[one.name] = [one.value]
            elif one.kind in {"hidden", "select"}:
                typed.setdefault(one.name, []).append(one.value)
        return _told(typed)

    def answers(self) -> Answers:
        return _told(self.sent())

    def sent(self) -> Answers:
        """What stands in its fields, as a browser sends it."""
        answers = Answers()
        for one in self.form.fields:
            if one.kind in {*TYPED, "hidden"} or CHOSEN.get(one.kind, "never") in one.said:
                answers.setdefault(one.name, []).append(self._standing_in(one))
        return answers

    def _standing_in(self, one: Field) -> str:
        if one.kind != "textarea":
            return one.value
        return unescape(self.page[one.start : one.end].partition(">")[2]).removeprefix("\n")


def _told(answers: Answers) -> Answers:
    """Without what is empty, and without what each page has of its own."""
    return {name: many for name, many in answers.items() if any(many) and name not in OF_EACH_PAGE}


def _route_of(path: str) -> URLPattern:
    return ROUTES[resolve(path.partition("?")[0]).view_name]


def _refusing(view: Any) -> Any:
    @wraps(view)
    def refuses(*args: object, **named: object) -> Never:
        raise Refusal(SENTENCE)

    return refuses
