"""Somebody tells on the public page who they are; a member writes it down, searches, goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kintrace.operations.steal import told
from kintrace.operations.steal.browser import PAGE, code_on, field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import Browser
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_PUBLIC = "/en/who-i-am/"
_NOTICE = re.compile(r'name="notice" value="([0-9a-f-]{36})"')
_DESCRIBES = re.compile(r'href="(/desk/messages/[0-9a-f-]{36}/)">Somebody says who they are')
_SUBJECT = re.compile(r"/desk/subjects/([0-9a-f-]{36})/risk/")
_READ = re.compile(r'name="read" value="([0-9a-f-]{36})"')


def tell(society: str, *, by: Browser, stamp: str) -> None:
    """A society is chosen by its code, and everything is told; a field left out first."""
    chosen = {"society": society}
    notice = {"notice": field(by.send(_PUBLIC, chosen, gives=PAGE), _NOTICE)}
    data = {**_described(by.planted), **chosen, **notice, "stamp": stamp}
    by.send(_PUBLIC, data | {"word": ""}, gives=422)
    by.planted.code(code_on(by.send(_PUBLIC, data, gives=PAGE)))


def _described(planted: Planted) -> dict[str, str | list[str]]:
    words = ("names", "names_other", "born", "father", "mother", "origin", "kin_names")
    lines = {name: planted.sentence(Kind.BOX, 2) for name in (*words, "together", "feared")}
    taps: dict[str, str | list[str]] = {"me": "woman", "age": "25", "across": "yes"}
    taps |= {"kin": ["sister"]}
    return {**told.message(planted), **lines, **taps, "word": told.word(planted)}


def write_down(*, by: AtTheDesk) -> None:
    """From the inbox to a lead that is searched, and on for another year."""
    message = field(by.get("/desk/messages/"), _DESCRIBES)
    by.get(message)
    by.get(f"{message}person/")
    lead = by.send(f"{message}person/", _checked(by.planted))
    safety = f"/desk/subjects/{field(by.get(lead), _SUBJECT)}/risk/"
    by.send(safety, told.risk() | {"read": field(by.get(safety), _READ)})
    by.send(f"{lead}search/", {})
    by.send(f"{lead}looked/", {})
    by.send(f"{lead}longer/", {"how": "phone"})
    by.get("/desk/came-forward/")
    by.get(lead)


def _checked(planted: Planted) -> dict[str, list[str]]:
    person = told.searcher(planted) | {"kin": ["sister"]}
    beside = {name: [planted.sentence(Kind.PERSONAL, 2)] for name in ("mother", "kin_names")}
    quiet = {f"quiet-{name}": said for name, said in told.quiet(planted).items()}
    return person | beside | {"together": [planted.sentence(Kind.PERSONAL, 3)]} | quiet
