"""What people and authorities ask for, by the pages of the rights desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import PAGE, field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

_ENTRY = re.compile(r'href="(/desk/do-not-find/[0-9a-f-]{36}/)"')
_SEEN = re.compile(r'name="seen" value="([0-9a-f]{32})"')


def ask_for_copy(subject: str, *, by: AtTheDesk) -> str:
    """Write down that a copy is asked for, and add what is sealed; gives the request's address."""
    asked = {"kind": "access", "came": "desk", "received": _today()}
    who = {"identity": by.planted.sentence(Kind.BOX, 3)}
    request = by.send(f"{subject}rights/new/", asked | who)
    by.get(f"{request}sealed/")
    by.send(f"{request}sealed/", {})
    return request


def take_longer(request: str, *, by: AtTheDesk) -> None:
    why = {"because": by.planted.sentence(Kind.BOX, 3), "told_on": _today()}
    by.send(f"{request}longer/", why)


def make_copy(request: str, *, by: AtTheDesk) -> None:
    """Look at all of it, cover what says a name, and take the paper."""
    seen = {"seen": field(by.get(f"{request}copy/"), _SEEN)}
    names = {"names": by.planted.word(Kind.BOX)}
    by.send(f"{request}copy/", seen | names | {"read": "on"}, gives=PAGE)


def refuse(request: str, *, by: AtTheDesk) -> None:
    by.send(f"{request}refuse/", {"because": by.planted.sentence(Kind.BOX, 4)})
    by.get(request)


def authority_asks(*, by: AtTheDesk) -> None:
    """What an authority asked, and that a law bound us."""
    came = {"kind": "court", "country": "FR", "received": _today()}
    asked = {"asked": by.planted.sentence(Kind.BOX, 3)}
    entry = by.send("/desk/authorities/new/", came | asked)
    words = {name: by.planted.sentence(Kind.BOX, 3) for name in ("ground", "advice")}
    by.send(entry, {"decision": "bound", "answered": _today()} | words)
    by.get(entry)


def wish_not_to_be_found(subject: str, *, by: AtTheDesk, ended_by: AtTheDesk) -> None:
    """Somebody says by whom they do not want to be found, and takes it back later."""
    told = {name: by.planted.sentence(Kind.BOX, 3) for name in ("names", "origin", "by_whom")}
    by.send(f"{subject}do-not-find/", told)
    [entry, *_more] = _ENTRY.findall(ended_by.get("/desk/do-not-find/"))
    ended_by.get(entry)
    ended_by.send(entry, {"because": ended_by.planted.sentence(Kind.BOX, 4)})


def _today() -> str:
    return timezone.localdate().isoformat()
