"""Somebody who is sought is found: every page of it, from the notice to what the family hears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases.card import CARD
from kintrace.cases.replies import FIRST, Topic
from kintrace.operations.steal import told
from kintrace.operations.steal.browser import PAGE, field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

FOUND = re.compile(r'href="(/desk/found/[0-9a-f-]{36}/)"')
_TEXT = re.compile(r'name="text" value="([0-9a-f-]{36})"')
_READ = re.compile(r'name="read" value="([0-9a-f-]{36})"')
_SAFETY = re.compile(r'href="(/desk/subjects/[0-9a-f-]{36}/risk/)\?')
_FACT = re.compile(r'name="(is_[0-9a-f]{32})"')
_APPROVE = re.compile(r'action="(/desk/replies/[0-9a-f-]{36}/approve/)"')
NEEDED = (Topic.CARD, *(topic for topic, _drawing in CARD.values()), Topic.CONTACT, Topic.DEAD)
FACTS = 3


def approve_words(*, by: AtTheDesk, second: AtTheDesk) -> None:
    """The card, and what a family hears, in words of the society."""
    for topic in NEEDED:
        words = {"topic": topic.value, "language": "en", "text": FIRST["en"][topic]}
        by.send("/desk/replies/new/", words)
    for approval in _APPROVE.findall(second.get("/desk/replies/")):
        second.send(approval, {})


def find(case: str, *, by: AtTheDesk, officer: AtTheDesk, second: AtTheDesk) -> None:
    """From the notice to the family; `case` is the address of one in which somebody is sought."""
    found = field(by.get(case), FOUND)
    _meet(found, by)
    _choose(found, by)
    _ask_both(found, by, officer)
    _decide(found, officer, second)
    by.get(found)
    by.send(f"{found}outcome/", {"result": "contact"})
    by.send(f"{found}told/", {"day": _today(), "how": "by_phone"})
    by.get(case)


def _meet(found: str, by: AtTheDesk) -> None:
    heard = {"text": field(by.get(f"{found}meet/"), _TEXT), "channel": "read_aloud"}
    by.send(f"{found}meet/", heard | {"day": _today(), "how": "visit"})
    safety = field(by.get(found), _SAFETY)
    note = {"note": by.planted.sentence(Kind.BOX, 3)}
    by.send(safety, told.risk() | note | {"read": field(by.get(safety), _READ)})
    reached: dict[str, Any] = {"phone": by.planted.number(Kind.BOX), "how": "spoken"}
    reached |= {name: by.planted.sentence(Kind.BOX, 3) for name in ("where", "through", "safe")}
    by.send(f"{found}where/", reached | {"email": by.planted.mailbox(Kind.BOX)})


def _choose(found: str, by: AtTheDesk) -> None:
    read = {"read": field(by.get(f"{found}card/"), _READ)}
    by.send(f"{found}card/", read | {"wish": "contact", "how": "spoken"})


def _ask_both(found: str, by: AtTheDesk, officer: AtTheDesk) -> None:
    for _number in range(FACTS):
        new = {"new": by.planted.sentence(Kind.BOX, 3), "new_answer": by.planted.word(Kind.BOX)}
        by.send(f"{found}ask/found/", new)
    asked = _FACT.findall(officer.get(f"{found}ask/seeker/"))
    answers = {name: officer.planted.sentence(Kind.BOX, 2) for name in asked}
    officer.send(f"{found}ask/seeker/", answers)


def _decide(found: str, officer: AtTheDesk, second: AtTheDesk) -> None:
    facts = set(_FACT.findall(officer.get(f"{found}compare/")))
    officer.send(f"{found}compare/", dict.fromkeys(facts, "same"))
    rung = {"rung": "witness", "compared": "same", "note": officer.planted.sentence(Kind.BOX, 3)}
    officer.send(f"{found}rung/", rung)
    officer.send(f"{found}decide/", {"verdict": "verified", "because": ""})
    second.get(f"{found}sign/")
    second.send(f"{found}sign/", {"agreed": "yes"})
    passed = {"ways": ["phone", "through"], "told": "by_phone", "asked_again": "on"}
    officer.get(f"{found}pass-on/")
    officer.send(f"{found}pass-on/", passed, gives=PAGE)


def _today() -> str:
    return timezone.localdate().isoformat()
