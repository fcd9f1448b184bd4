"""`RUNNING=1 make steal`: the thief takes a machine that runs, with its memory and its keys.

North's members sign in, open the box, read what visitors wrote, and sign out; nobody of South signs
in. Then everything is taken: disk, database, environment, root key, memory of every process.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kintrace.operations.steal import bulk, loot, report, thread
from kintrace.operations.steal.attempts import Attempts
from kintrace.operations.steal.browser import field as field_on
from kintrace.operations.steal.fill import faces_on_wall
from kintrace.operations.steal.forgotten import keys_used, still_held, words_in
from kintrace.operations.steal.members import House, settle
from kintrace.operations.steal.memory import environment, family
from kintrace.operations.steal.needles import Planted
from kintrace.operations.steal.scan import Haul, Search
from kintrace.operations.steal.servers import serving
from kintrace.operations.steal.wire import Desk, Phone
from kintrace.vault import root
from kintrace.visitors.stamps import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from kintrace.operations.steal.servers import Server

    Say = Callable[[str], object]

ROUNDS = 5
CASES = 100  # each with a file key that every round fetches and forgets
VISITORS = 8  # who write to each society
MOST_HELD = 500  # one forgotten key of so many may still be found
_STAMP = re.compile(r'name="stamp" value="([^"]+)"')


@dataclass
class Taken:
    """What the memory of the servers gave."""

    attempts: int = 0
    held: list[tuple[str, str]] = field(default_factory=list)
    words: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def keeps_promise(self) -> bool:
        """Nothing of what is boxed on the staff side; the public side holds what is typed."""
        readable = sum(number for (_, server), number in self.words.items() if server != "public")
        return not readable and len(self.held) * MOST_HELD <= max(self.attempts, MOST_HELD)


def steal_running(home: Path, say: Say, *, careless: bool) -> bool:
    """Plant, serve, steal and search. True when the promise about boxes is kept."""
    begun, planted, north, south = time.monotonic(), Planted(), Planted(), Planted()
    root.make()
    house = settle(planted)
    faces = _faces(planted, house)
    with serving(careless=careless) as servers:
        _write(faces, north, south, servers["public"])
        taken = _work(house, servers)
        haul = _search_machine((planted, north, south), home, servers)
        _look_for_words({"North": north, "South": south}, servers, taken)
    attempts = Attempts()
    attempts.all()
    total = planted.total + north.total + south.total
    _say_all(say, total, haul, attempts, taken, (north, south))
    say(f"took {time.monotonic() - begun:.0f} s")
    report.say_found(haul, total, say)
    return not (haul.found or attempts.opened.total()) and taken.keeps_promise


def _faces(planted: Planted, house: House) -> tuple[UUID, UUID]:
    """Cases for North, and a face of each society on the wall."""
    olga, carl = house.people["olga"], house.people["carl"]
    pair = (carl.member, carl.password), (olga.member, olga.password)
    with bulk.acting(*pair[0]) as member:
        cases = bulk.open_cases(planted, CASES, by=member)
    north = bulk.put_on_wall(planted, cases[0], acting_as=pair)
    with bulk.acting(*house.others[0]) as officer:
        case = bulk.open_case(planted, by=officer)
    south = bulk.put_on_wall(planted, case, acting_as=(house.others[0], house.others[1]))
    for someone in (olga, carl):
        someone.sign_out()
    if len(faces_on_wall()) != 2:
        raise LookupError("two faces should hang on the wall")
    return north, south


def _write(faces: tuple[UUID, UUID], north: Planted, south: Planted, server: Server) -> None:
    """Visitors write to both societies, at the public side."""
    phones = [(Phone(north, server.port), faces[0]), (Phone(south, server.port), faces[1])]
    stamp = field_on(phones[0][0].get(f"/en/face/{faces[0]}/write/"), _STAMP)
    time.sleep(SHORTEST + 1)
    for _ in range(VISITORS):
        for phone, face in phones:
            thread.write(str(face), by=phone, stamp=stamp)


def _work(house: House, servers: dict[str, Server]) -> Taken:
    """North's members sign in, read and sign out; each time the memory is searched for keys."""
    taken, staff = Taken(), [servers["staff"], servers["worker"]]
    desks = [Desk(house.people[name], servers["staff"].port) for name in ("carl", "olga")]
    for place in range(ROUNDS):
        desk = desks[place % len(desks)]
        desk.get("/sign-in/")
        desk.sign_in()
        desk.open_box()
        messages = thread.read_messages(desk)
        if place == 0:
            thread.answer(messages[0], by=desk)
        for page in range(1, 1 + CASES // 50):
            desk.get(f"/desk/cases/?page={page}")
        keys = keys_used(desk)
        desk.sign_out()
        taken.attempts += len(keys)
        taken.held += still_held(keys, staff)
    desks[0].get("/sign-in/")
    desks[0].sign_in()
    thread.write_too_late(desks[0])  # then the laptop is closed, and nobody signs out
    return taken


def _search_machine(planted: tuple[Planted, ...], home: Path, servers: dict[str, Server]) -> Haul:
    """Disk, database, backups and the environment of every process."""
    places = loot.steal(planted[0], home)
    folder = home / "loot" / "environment"
    folder.mkdir()
    for server in servers.values():
        for pid in family(server.process.pid):
            (folder / f"{server.name}-{pid}").write_bytes(environment(pid))
    return Search(*planted).in_folders([*places, ("environment", folder)])


def _look_for_words(
    societies: dict[str, Planted], servers: dict[str, Server], taken: Taken
) -> None:
    """How many of the words visitors wrote each server's memory still holds."""
    for server in servers.values():
        held = set(words_in(server))
        for name, planted in societies.items():
            taken.words[name, server.name] = len(held & planted.boxed)


def _say_all(
    say: Say,
    total: int,
    haul: Haul,
    attempts: Attempts,
    taken: Taken,
    societies: tuple[Planted, Planted],
) -> None:
    say(f"planted {total}, {sum(len(one.boxed) for one in societies)} of them by visitors")
    report.say_searched(haul, say)
    say(f"tried on the boxes with the keys on the server: {attempts.opened.total()} opened")
    for way, number in attempts.tried.items():
        say(f"  {way}: {attempts.opened[way]} of {number}")
    for (name, server), number in taken.words.items():
        of = len(societies[0 if name == "North" else 1].boxed)
        say(f"visitors' words to {name} in the memory of {server}: found {number} of {of}")
    say(f"forgotten keys in the memory of the staff side: {len(taken.held)} of {taken.attempts}")
    for name, server in taken.held[:20]:
        say(f"  {name} in {server}")
