"""Red Cross Messages by their pages: one that goes to another society, and one that is answered."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.operations.steal import told
from kintrace.operations.steal.browser import PAGE, field
from kintrace.operations.steal.needles import Kind
from kintrace.operations.steal.snapshot import snapshot
from kintrace.operations.steal.thread import subject_of

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_TO = re.compile(r'name="to" value="([0-9a-f-]{36})"')
_TEXT = re.compile(r'name="text" value="([0-9a-f-]{36})"')
_READ = re.compile(r'name="read" value="([0-9a-f-]{36})"')
_MESSAGE = re.compile(r"/desk/red-cross/([0-9a-f-]{36})/")


def pass_on(case: str, *, by: AtTheDesk, second: AtTheDesk, partner: str) -> None:
    """Written and checked here; `partner`: the id of the society that delivers it, or "own"."""
    message = _written(case, by=by)
    by.send(f"{message}collect/", {})
    second.get(f"{message}check/")
    second.send(f"{message}check/", {"clean_of": "on", "approve": "1"})
    by.send(f"{message}send/", {"partner": partner})
    by.get(message)
    if partner == "own":
        _delivered(message, by=by)


def _written(case: str, *, by: AtTheDesk) -> str:
    begin = f"{case}red-cross/"
    heard = {"to": field(by.get(begin), _TO), "how": "spoken", "heard": "on"}
    message = f"/desk/red-cross/{field(by.send(begin, heard), _MESSAGE)}/"
    text = {"text": by.planted.sentence(Kind.BOX, 6)}
    for kind, said in (("sender", _sender(by.planted)), ("addressee", _addressee(by.planted))):
        by.get(f"{message}write/{kind}/")
        by.send(f"{message}write/{kind}/", said)
    by.send(f"{message}write/text/", text)
    drawing = BytesIO(snapshot(by.planted))
    drawing.name = f"{by.planted.word(Kind.FILE)}.jpg"
    by.send(f"{message}picture/", {"what": "sketch", "photo": drawing})
    by.fetch(f"{message}picture.jpg")
    return message


def _delivered(message: str, *, by: AtTheDesk) -> None:
    by.send(f"{message}take/", {})
    by.fetch(f"{message}sheets.pdf")
    by.send(f"{message}delivered/", {"day": timezone.localdate().isoformat()})
    by.send(f"{message}answer/", {"text": by.planted.sentence(Kind.BOX, 5)})
    by.get(message)


def _who(planted: Planted) -> dict[str, Any]:
    return {
        "name": planted.word(Kind.PERSONAL),  # stands in the lists, too
        "name_own": planted.own_script(Kind.BOX),
        "sex": "female",
        "birth": planted.word(Kind.BOX),
        "father": planted.own_script(Kind.BOX),
        "mother": planted.word(Kind.BOX),
        "address": planted.sentence(Kind.BOX, 4),
        "phone": planted.number(Kind.BOX),
        "language": "ar",
    }


def _sender(planted: Planted) -> dict[str, Any]:
    shown = ["sex", "birth", "father", "mother", "address", "phone"]
    return _who(planted) | {"reply_to": "own", "shown": shown}


def _addressee(planted: Planted) -> dict[str, Any]:
    return _who(planted) | {"relation": "brother"}


def say_safe_and_well(case: str, *, by: AtTheDesk) -> None:
    """Ready sentences, found by the exact key; first nobody is feared any more."""
    by.send(f"{subject_of(case, by=by)}not-with/", {"persons": ""})
    by.get(f"{case}safe/")
    key = {"name": by.planted.word(Kind.PERSONAL), "father": by.planted.own_script(Kind.PERSONAL)}
    said = {"sentences": ["well", "think"], "how": "spoken", "heard": "on"}
    own = {"name_own": by.planted.own_script(Kind.PERSONAL), "year": "1990"}
    by.send(f"{case}safe/", key | own | said)
    by.get(case)
    by.send("/desk/safe/", key, gives=PAGE)


def say_it_without_a_search(*, by: AtTheDesk) -> None:
    """By who has no case: informed, asked about safety, told, found, and one of two taken back.
    Searches of other societies may be held beside it."""
    for stays in (True, False):
        key = {"name": by.planted.word(Kind.PERSONAL), "father": by.planted.word(Kind.PERSONAL)}
        said = {"sentences": ["well"], "how": "spoken", "heard": "on", "look": "across"}
        own = {"name_own": by.planted.own_script(Kind.PERSONAL), "year": "1991"}
        heard = {"text": field(by.get("/desk/safe/new/"), _TEXT), "channel": "read_aloud"}
        page = by.send("/desk/safe/new/", heard)
        safety = by.send(page, {})
        by.send(safety, told.risk() | {"read": field(by.get(safety), _READ)})
        by.get(by.send(page, key | said | own))
        by.send("/desk/safe/", key, gives=PAGE)
        if not stays:
            by.send("/desk/safe/take-back/", key | {"alone": "on"})
