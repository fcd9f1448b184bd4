"""A service point: where it is, people it sees again, what they carry on, a talk at a desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.network.lookups import desks
from kintrace.operations.steal.browser import PAGE, code_on, field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import Browser
    from kintrace.operations.steal.members import AtTheDesk, House

_POINT = re.compile(r'href="(/desk/points/[0-9a-f-]{36}/)"')
_READ = re.compile(r'href="(/desk/points/[0-9a-f-]{36}/people/new/[0-9a-f-]{36}/)"')
_SENT = re.compile(r'name="sent" value="([0-9a-f-]{36})"')
_GUARDED = re.compile(r'href="(/desk/points/guarded/[0-9a-f-]{36}/)"')
_TEXT = re.compile(r'name="text" value="([0-9a-f-]{36})"')
SAID_YES = {"channel": "read_aloud", "how": "spoken"}


def work_at(house: House) -> None:
    """Everything that is typed at a point, by the pages on which it is."""
    carl, olga, dana = (house.people[name] for name in ("carl", "olga", "dana"))
    place = olga.planted.sentence(Kind.STAFF, 4)
    olga.send("/desk/points/new/", {"name": "Quay", "kind": "fixed", "place": place})
    point = field(carl.get("/desk/points/"), _POINT)
    person = _written_down(point, by=carl)
    _seen(person, by=carl)
    _hand_over(point, person, by=carl)
    _begin_request(person, by=carl)
    _guarded(point, by=carl, read_by=dana)
    _book(house, by=carl)
    _slip(point, by=carl)


def _written_down(
    point: str, *, by: AtTheDesk, kind: Kind = Kind.PERSONAL, need: str = "old"
) -> str:
    """First left out, then said: what is typed in vain lies nowhere, either."""
    page = field(by.get(f"{point}people/new/"), _READ)
    said = {name: by.planted.sentence(kind, 2) for name in ("called", "sign", "words", "place")}
    when = {"hour": by.planted.word(kind), "next_at": "elsewhere"}
    when |= {"next_on": timezone.localdate().isoformat(), "sent": field(by.get(page), _SENT)}
    told: dict[str, Any] = {**SAID_YES, **said, **when, "needs": [need], "language": "ti"}
    by.send(page, told | {"sign": ""}, gives=422)
    to = by.send(page, told)
    by.get(to)
    return to


def _seen(person: str, *, by: AtTheDesk) -> None:
    met = {"came": "seen", "place": by.planted.word(Kind.PERSONAL), "next_at": "elsewhere"}
    sent = {"sent": field(by.get(f"{person}met/"), _SENT)}
    by.get(by.send(f"{person}met/", met | sent))


def _hand_over(point: str, person: str, *, by: AtTheDesk) -> None:
    """Two codes, of which the second is taken on; the first and a third open nothing and wait."""
    word = by.planted.code(by.planted.password())
    wish = {"word": word, "how": "spoken"}
    first, second = (_code(f"{person}hand-over/", wish, by) for _each in range(2))
    by.send(f"{point}carried/", {"code": first, "word": word}, gives=422)
    carried = {"code": second, "word": word}
    text = field(by.send(f"{point}carried/", carried, gives=PAGE), _TEXT)
    by.get(by.send(f"{point}carried/yes/", {**carried, **SAID_YES, "text": text}))
    _code(f"{person}hand-over/", wish, by)


def _code(page: str, wish: dict[str, str], by: Browser) -> str:
    return by.planted.code(code_on(by.send(page, wish, gives=PAGE)))


def _begin_request(person: str, *, by: AtTheDesk) -> None:
    text = field(by.get(f"{person}request/"), _TEXT)
    along = {"text": text, "channel": "read_aloud", "called": "on", "language": "on"}
    by.get(by.send(f"{person}request/", along))


def _guarded(point: str, *, by: AtTheDesk, read_by: AtTheDesk) -> None:
    """A child, and a sign of trafficking: sealed to the protection box, and read there."""
    for need in ("alone", "trafficking"):
        _written_down(point, by=by, kind=Kind.BOX, need=need)
    read_by.open_box()
    for page in sorted(set(_GUARDED.findall(read_by.get("/desk/points/guarded/")))):
        read_by.get(page)
        read_by.send(f"{page}take/", {})


def _book(house: House, *, by: AtTheDesk) -> None:
    desk, today = desks(house.society.pk)[0], timezone.localdate().isoformat()
    talk = {"desk": str(desk.pk), "day": today, "time": "10:00", "language": "ti"}
    by.send("/desk/points/talks/new/", talk | {"sign": by.planted.sentence(Kind.PERSONAL, 2)})
    by.get("/desk/points/talks/")


def _slip(point: str, *, by: AtTheDesk) -> None:
    """Where it leads is printed, and kept nowhere."""
    wish = {"help": "legal", "language": "en", "place": by.planted.sentence(Kind.PERSONAL, 3)}
    by.send(f"{point}slip/", wish, gives=PAGE)
