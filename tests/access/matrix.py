"""What the table says of one cell, and what the program did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zlib import crc32

from django.urls import reverse

from kintrace.network.access import RIGHTS, Role, Who
from kintrace.network.gate import METHODS
from kintrace.visitors import quota
from tests.access.expected import SHARED
from tests.access.lines import SENT, Line

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.access import Access
    from tests.access.people import Somebody
    from tests.town import Town

# No page of ours takes these: one line of the gate refuses them, behind the door of each.
TAKEN_BY_NONE = ("PUT", "PATCH", "DELETE", "OPTIONS")
# HEAD is answered by the very view that answers GET, so it has its turn among them.
IN_TURN = ("HEAD", *TAKEN_BY_NONE)
ANSWERED, SHUT, ABSENT, NOT_SO = "answered", "403 shut", "404 not here", "405 not so"
SIGN_IN, SET_UP = "led to sign-in", "led to set up the second factor"
AGAIN, OPEN_BOX = "led to prove it again", "led to open the box"
LEADS = {
    "/sign-in/": SIGN_IN,
    "/sign-in/second-factor/set-up/": SET_UP,
    "/sign-in/again/": AGAIN,
    "/desk/open-box/": OPEN_BOX,
}
# Who is in the team of the town's child. The officer is not, and Lena who is does not walk.
TEAM = {Role.CASEWORKER, Role.CHILD_PROTECTION}
CODES = {403: SHUT, 404: ABSENT, 405: NOT_SO}


@dataclass
class Cells:
    """How many were looked at, and those that nobody can explain."""

    count: int = 0
    unexplained: list[str] = field(default_factory=list)


def expected(line: Line, person: Somebody, method: str, *, foreign: bool) -> str:
    """What the table says: the door first, then the method, then whose thing it is."""
    led = at_the_door(line, person)
    if led:
        return led
    if method not in line.methods:
        return NOT_SO
    if line.asks and not person.fresh:
        return AGAIN
    outside = line.of_a_team and person.role not in TEAM
    return ABSENT if foreign or outside else ANSWERED


def at_the_door(line: Line, person: Somebody) -> str:
    """Why somebody does not come in; "" for who does."""
    access = line.access
    if access.who is Who.EVERYONE:
        return ""
    if person.role is None:
        return SIGN_IN
    if access.who is Who.ARRIVING:
        return ""
    return _inside(access, person, person.role) if person.factor else SET_UP


def _inside(access: Access, person: Somebody, role: Role) -> str:
    if access.step_up and not person.fresh:
        return AGAIN
    if access.right is not None and access.right not in RIGHTS[role]:
        return SHUT
    return OPEN_BOX if access.box and not person.fresh else ""


def done(line: Line, method: str, answer: HttpResponse) -> str:
    """What the program did, in the words of the table; anything else is told by its number."""
    status = answer.status_code
    wanted = line.gives if method in {"GET", "HEAD"} else SENT
    path = answer.headers.get("Location", "").split("?")[0]
    free = line.access.who is Who.EVERYONE or path not in LEADS or path == line.leads
    if status in wanted and free:
        return ANSWERED
    return LEADS.get(path) or CODES.get(status) or f"{status} {path}".strip()


def address(name: str, line: Line, town: Town | None) -> str:
    """The route's address with this town's things in it; with none, of things nobody has."""
    arguments: dict[str, Any] = dict(line.fixed)
    for argument, kind in line.takes.items():
        arguments[argument] = town.things[kind] if town else uuid4()
    return reverse(name, kwargs=arguments)


def has_foreign(line: Line) -> bool:
    """Whether the address names something that belongs to a society."""
    return bool(line.takes) and not line.shared and not SHARED & set(line.takes.values())


def in_turn(name: str, person: Somebody) -> tuple[str, ...]:
    """What pages are asked for, and one of the other methods: the next at the next route or by
    the next person.

    It hangs on the words and not on the run, so that a cell is either asked every day or never."""
    return ("GET", "POST", IN_TURN[crc32(f"{name} {person.who}".encode()) % len(IN_TURN)])


def walk(
    name: str,
    line: Line,
    towns: tuple[Town, Town],
    people: list[Somebody],
    cells: Cells,
    *,
    whole: bool = False,
) -> None:
    """Every cell of one route; of the rarer methods only one by each person, unless `whole`."""
    whose = [False, True] if has_foreign(line) else [False]
    for foreign in whose:
        url = address(name, line, towns[foreign])
        for person in people:
            if not person.fresh and (foreign or not line.proves):
                continue  # when they signed in makes no difference here
            quota.forget_all()  # each comes from a place of their own
            # A method that a page does not know is refused before anybody asks whose thing it is.
            own = METHODS + TAKEN_BY_NONE if whole else in_turn(name, person)
            for method in line.methods if foreign else own:
                wanted = expected(line, person, method, foreign=foreign)
                got = done(line, method, person.ask(method, url))
                cells.count += 1
                if got != wanted:
                    thing = "a foreign thing" if foreign else "own"
                    cells.unexplained.append(
                        f"{method} {name} ({thing}) by {person.who}: {got}, not {wanted}"
                    )
