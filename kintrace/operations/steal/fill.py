"""Fills a fresh house: every feature is used, and all that is told in it is planted."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.operations import duties
from kintrace.operations.steal import (
    bulk,
    by_right,
    casework,
    columns,
    locked,
    points,
    thread,
    told,
    watched,
)
from kintrace.operations.steal.browser import PAGE, OnThePhone, as_public, code_on
from kintrace.operations.steal.members import House, details, link_in_letter, settle, work_off
from kintrace.vault import keyring, root
from kintrace.visitors.actions import write_counts
from kintrace.visitors.stamps import SHORTEST, stamp
from kintrace.wall.lookups import conversation, showing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.operations.steal.needles import Planted
    from kintrace.wall.models import Face

FACES = 3


class NotAsPlanted(Exception):
    """The house did not give back what was told: the search would prove nothing."""


def fill(planted: Planted, rows: int) -> House:
    """Make the network, use everything in it, and leave it as a thief might find it."""
    root.make()
    fresh, since = stamp(), time.monotonic()  # one stamp serves every visitor of a day
    house = settle(planted)
    carl = house.people["carl"]
    carl.open_box()
    codes = [_on_the_wall(house) for _ in range(FACES)]
    _second_eyes(house)
    _on_paper(house)
    time.sleep(max(0, SHORTEST + 1 - (time.monotonic() - since)))
    visitor = OnThePhone(planted)
    left = [thread.write(str(face.pk), by=visitor, stamp=fresh) for face in faces_on_wall()]
    _read_and_answer(house, visitor, left, fresh)
    _many(planted, house, rows)
    locked.keep_and_open(by=visitor)
    casework.play(house, visitor, fresh)
    _stop_and_erase(house, visitor, codes, fresh)
    _by_right(house)
    points.plan(by=house.people["olga"])
    points.say_how_it_was(house.society.code, by=visitor, stamp=fresh)
    watched.mark_invented(thread.open_case(carl), house)
    watched.give_reason(house)
    watched.answer_alarms(house)
    _forgotten_password(house)
    _sessions(planted, house)
    _break(planted, house, visitor, fresh)
    _leave_waiting(house)
    columns.plant_codes(planted, house.society.pk)
    return house


def _on_the_wall(house: House) -> str:
    carl, olga = house.people["carl"], house.people["olga"]
    case = thread.open_case(carl)
    code = thread.bring_to_wall(case, by=carl, second=olga)
    thread.speak_with(case, by=carl)
    carl.get(case)
    return code


def _second_eyes(house: House) -> None:
    """Two sign for a child; a face waits with a partner society."""
    carl, olga, otto = (house.people[name] for name in ("carl", "olga", "otto"))
    thread.sign_for_a_child(thread.open_case(carl), by=carl, two=(olga, otto))
    thread.ask_a_partner(thread.open_case(carl), by=carl, officer=olga, partner=house.other.pk)


def _on_paper(house: House) -> None:
    region = {
        "name": "Region",
        "scope": "Over the sea.",
        "criteria": "",
        "societies": [str(house.society.pk), str(house.other.pk)],
        "languages": ["en", "ar"],
    }
    thread.make_poster(house.people["carl"], region=region, network=house.people["nadia"])


def faces_on_wall() -> list[Face]:
    with as_public():
        return showing()


def _read_and_answer(house: House, visitor: OnThePhone, left: list[told.Told], fresh: str) -> None:
    """A message is read and answered, the answer is read, more is said."""
    carl = house.people["carl"]
    _duties()
    messages = thread.read_messages(carl)
    thread.answer(messages[0], by=carl)
    thread.keep_lead(messages[0], by=carl)
    thread.write_down(by=carl)
    opened = [thread.read_answer(one, by=visitor, stamp=fresh, more=True) for one in left]
    if not any(columns.is_planted(page) for page in opened):
        raise NotAsPlanted("the visitor did not read the answer")
    _duties()
    thread.read_messages(carl)
    face = str(faces_on_wall()[0].pk)
    thread.ask_to_take_down(face, by=visitor, stamp=fresh)
    thread.report_demand(face, by=visitor, stamp=fresh)


def _many(planted: Planted, house: House, rows: int) -> None:
    carl, (south, password) = house.people["carl"], house.others[0]
    with bulk.acting(carl.member, carl.password) as member:
        cases = bulk.open_cases(planted, rows, by=member)
        bulk.keep_draft(planted, by=member)
    with as_public():
        left = bulk.leave_messages(planted, rows)
    with bulk.acting(carl.member, carl.password) as member:
        bulk.answer_all(planted, by=member)
        bulk.stop_some(planted, cases[:2], by=member)
        bulk.close_some(cases[2:4], by=member)
    with bulk.acting(south, password) as officer:
        bulk.open_cases(planted, 2, by=officer)
    with as_public():
        found = conversation(left[0].code, left[0].word)
    if found is None or not any(columns.is_planted(piece.text) for piece in found.pieces):
        raise NotAsPlanted("code and word did not open the answer")


def _stop_and_erase(house: House, visitor: OnThePhone, codes: list[str], fresh: str) -> None:
    """A hold set and lifted, a removal by code, erasures, a draft thrown away."""
    carl, olga, dana = (house.people[name] for name in ("carl", "olga", "dana"))
    held, erased = thread.open_case(carl), thread.open_case(carl)
    subject = thread.subject_of(held, by=carl)
    thread.worry(subject, by=carl)
    dana.open_box()
    thread.lift_every_hold(subject, by=dana)
    dana.send(f"{subject}withdraw/", {"purpose": "trace"})
    thread.take_down(codes[0], by=visitor, stamp=fresh)
    dana.send(f"{thread.subject_of(erased, by=carl)}erase/", {"why": "asked", "sure": "on"})
    alone = thread.open_case(carl)
    dana.send(f"{thread.sought_in(alone, by=carl)}erase/", {"why": "asked", "sure": "on"})
    carl.get(alone)
    carl.send(f"{thread.begin_draft(carl, 3)}drop/", {})
    thread.begin_draft(carl, 6)
    _duties()
    olga.get("/desk/")


def _by_right(house: House) -> None:
    """A copy is asked for, filled, made and handed over; another request is refused; an authority
    asks. One stays open with what was added to it."""
    carl, dana = house.people["carl"], house.people["dana"]
    dana.open_box()
    subject = thread.subject_of(thread.open_case(carl), by=carl)
    left_open, refused = (by_right.ask_for_copy(subject, by=carl) for _ in range(2))
    by_right.take_longer(left_open, by=dana)
    by_right.make_copy(left_open, by=dana)
    by_right.refuse(refused, by=dana)
    by_right.authority_asks(by=dana)
    hidden = thread.subject_of(thread.open_case(carl), by=carl)
    by_right.wish_not_to_be_found(hidden, by=carl, ended_by=dana)


def _forgotten_password(house: House) -> None:
    """A letter, a new password, and no box until it is granted again."""
    otto = house.people["otto"]
    otto.send("/sign-in/forgotten/", {"sign_in": otto.name}, gives=PAGE)
    path = link_in_letter(otto.planted)
    otto.password = otto.planted.password()
    page = otto.send(path, {"password": otto.password, "again": otto.password}, gives=PAGE)
    otto.planted.code(code_on(page))
    otto.sign_in()


def _sessions(planted: Planted, house: House) -> None:
    """What sessions hold: an open box, words that came too late, a second factor half set up."""
    olga, otto = house.people["olga"], house.people["otto"]
    thread.write_too_late(olga)
    changed = planted.password()
    data = {"old": otto.password, "password": changed, "again": changed}
    otto.send("/sign-in/password/", data)
    otto.password = changed
    house.people["carl"].open_box()


def _break(planted: Planted, house: House, visitor: OnThePhone, fresh: str) -> None:
    """Requests that fail in the middle, with what was typed in their hands."""
    carl = house.people["carl"]
    draft, face = thread.begin_draft(carl, 1), faces_on_wall()[0].pk
    for browser in (carl, visitor):
        browser.client.raise_request_exception = False
    with _gone(root.versions()[1]):
        keyring.forget_all()
        carl.send(f"{draft}searcher/", told.searcher(planted), gives=503)
    broken = {**told.message(planted), "stamp": fresh, "word": told.word(planted)}
    with _gone(Path(settings.PINS)):
        visitor.send(f"/en/face/{face}/write/", broken, gives=503)
        Path(settings.PINS).write_text("{ half a file")
        visitor.send(f"/en/face/{face}/write/", broken, gives=500)


@contextmanager
def _gone(file: Path) -> Iterator[None]:
    """A file that is not there for a moment."""
    aside = file.with_name(f"{file.name}.aside")
    file.rename(aside)
    try:
        yield
    finally:
        aside.replace(file)


def _leave_waiting(house: House) -> None:
    """A letter in the outbox, and a job in the queue, as a thief finds them."""
    _duties()
    write_counts()
    olga, adam = house.people["olga"], house.people["adam"]
    olga.send("/sign-in/forgotten/", {"sign_in": olga.name}, gives=PAGE)
    adam.send("/desk/members/invite/", details(adam.planted, "vito") | {"role": "volunteer"})
    for link in columns.read("letters_outgoing.facts", house.society.pk):
        adam.planted.code(str(link["link"]).rstrip("/").rpartition("/")[2])


def _duties() -> None:
    """What the worker does of itself, and then its jobs."""
    duties.prepare()
    duties.do_due()
    work_off()
