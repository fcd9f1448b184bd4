"""Who stands before the screen: a visitor, two halfway through the door, every role twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.test import Client

from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Right, Role, has
from kintrace.network.tests.cast import enlist, let_in, open_box

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.models import Member
    from tests.town import Town


@dataclass(frozen=True)
class Somebody:
    """role: None for who is not signed in. factor: the second one was proved in this session.

    fresh: proved a moment ago that it is them, and opened the box if the role holds one.
    """

    who: str
    role: Role | None = None
    factor: bool = True
    fresh: bool = True
    client: Client = field(default_factory=Client)
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, url: str) -> HttpResponse:
        """One request, undone afterwards: neither a row nor a cookie of it remains."""
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        sent = {"csrfmiddlewaretoken": "none"} if method == "POST" else None
        send = partial(getattr(self.client, method.lower()), url)
        with transaction.atomic():
            answer: HttpResponse = send(sent) if sent else send()
            transaction.set_rollback(True)
        return answer


def everybody(town: Town) -> list[Somebody]:
    """Of one's own society. Nobody here belongs to another."""
    visitor = Somebody("a visitor", client=_browser())
    members = [_signed_in(town[role], fresh=fresh) for role in Role for fresh in (True, False)]
    return [visitor, _before_the_code(town), _without_a_factor(town), *members]


def _browser() -> Client:
    return Client(raise_request_exception=False)


def _signed_in(member: Member, *, fresh: bool) -> Somebody:
    role = Role(member.role)
    client = let_in(_browser(), member, stepped_up=fresh)
    if fresh and has(member, Right.OPEN_BOXES):
        open_box(client, password=PASSWORD)
    who = f"{role.value}, {'just proved' if fresh else 'proved long ago'}"
    return Somebody(who, role, fresh=fresh, client=client, cookies=_held(client))


def _before_the_code(town: Town) -> Somebody:
    """The password was right; the page now asks for the code, and nobody is signed in yet."""
    client = _browser()
    _give_password(client, town[Role.OFFICER], leads_to="/sign-in/code/")
    return Somebody("before the code", client=client, cookies=_held(client))


def _without_a_factor(town: Town) -> Somebody:
    """The password was right, and there is no second factor yet: an officer's first day."""
    client, officer = _browser(), enlist(town.society, Role.OFFICER, password=PASSWORD)
    _give_password(client, officer, leads_to="/desk/")
    return Somebody(
        "without a second factor", Role.OFFICER, factor=False, client=client, cookies=_held(client)
    )


def _give_password(client: Client, member: Member, *, leads_to: str) -> None:
    answer = client.post("/sign-in/", {"login": member.sign_in, "password": PASSWORD})
    assert answer.headers.get("Location", "").startswith(leads_to), answer.headers


def _held(client: Client) -> dict[str, str]:
    return {name: morsel.value for name, morsel in client.cookies.items()}
