"""In whatever order members act: no contact leaves without its decisions, nor after a stop.

The test keeps its own account of what was said, and asks the house nothing before it compares.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404

from kintrace.cases.card import Wish
from kintrace.cases.models import Release
from kintrace.demo import playing
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member

RUNS, STRAY = 18, 2
# What is there when a run begins, and the straight way from there, as (what, who).
BEFORE = (
    ("locate", "alma"),
    ("safety", "alma"),
    ("where", "alma"),
    ("contact", "alma"),
    ("ask found", "alma"),
    ("ask seeker", "omar"),
)
STRAIGHT = (("same", "omar"), ("verify", "omar"), ("sign", "lena"), ("release", "lena"))


@dataclass
class Said:
    """What was said so far, by this test's own account."""

    wish: str = ""
    asked: str = ""
    agree: bool = False
    verified: str = ""
    signed: str = ""
    stops: set[str] = field(default_factory=set)

    @property
    def may_leave(self) -> bool:
        """Two decisions that stand, the second member, and nothing that stops it."""
        two = self.wish == Wish.CONTACT and self.agree and bool(self.verified)
        another = bool(self.signed) and self.signed not in {self.asked, self.verified}
        return two and another and not self.stops

    def chose(self, wish: str, who: str) -> None:
        self.wish, self.asked, self.signed = wish, who, ""
        if wish in {Wish.ALIVE, Wish.NOTHING, Wish.TAKEN_BACK}:
            self.stops.add("nothing is kept")
        else:
            self.stops.discard("withdrawn")

    def kept(self) -> None:
        self.stops -= {"nothing is kept", "withdrawn"}

    def compared(self, *, agree: bool) -> None:
        self.agree = agree

    def judged(self, who: str) -> None:
        self.verified, self.signed = who, ""

    def second(self, who: str) -> None:
        self.signed = who

    def stopped(self, why: str) -> None:
        """A worry: who signed before did not know of it."""
        self.stops.add(why)
        self.signed = ""

    def withdrew(self) -> None:
        self.stops |= {"withdrawn", "nothing is kept"}

    def over(self) -> None:
        """Everything of the found person is erased."""
        self.wish = self.asked = self.verified = self.signed = ""
        self.agree, self.stops = False, {"nothing is kept"}


def hold(search: Found, by: Member) -> None:
    protection.put_on_hold(search.case.subject, reason="A worry.", by=by)


def lift(search: Found, by: Member) -> None:
    for one in holds_in_force(search.case.subject):
        protection.lift_hold(one, because="It is over.", by=by)


def name_us(search: Found, by: Member) -> None:
    circle = NotWith(societies=frozenset({search.case.society_id}))
    protection.change_not_with(search.subject, not_with=circle, by=by)


def erase(search: Found, by: Member) -> None:
    protection.erase(search.subject, why=WhyErased.ASKED, by=by)


def withdraw(search: Found, by: Member) -> None:
    protection.withdraw(search.subject, purpose=Purpose.CONTACT, by=by)


def hide(search: Found, by: Member) -> None:
    told = {"names": "He", "by_whom": "His uncle"}
    protection.register_do_not_find(search.subject, told=told, by=by)


# What is done, and what the account notes where it was not refused.
ACTS: dict[str, Callable[[Found, Member], object]] = {
    "locate": lambda search, by: search.locate(by=by),
    "safety": lambda search, by: search.asked_about_safety(by=by),
    "where": lambda search, by: search.keep_where(by=by),
    "contact": lambda search, by: search.choose(Wish.CONTACT, by=by),
    "message": lambda search, by: search.choose(Wish.MESSAGE, by=by),
    "nothing": lambda search, by: search.choose(Wish.NOTHING, by=by),
    "take back": lambda search, by: search.take_back(by=by),
    "ask found": lambda search, by: search.ask_found(by=by),
    "ask seeker": lambda search, by: search.ask_seeker(by=by),
    "same": lambda search, by: search.compare("same", by=by),
    "different": lambda search, by: search.compare("different", by=by),
    "verify": lambda search, by: search.verify(by=by),
    "sign": lambda search, by: search.sign(by=by),
    "release": lambda search, by: search.release(by=by),
    "withdraw": withdraw,
    "hold": hold,
    "lift": lift,
    "name us": name_us,
    "hide": hide,
    "erase": erase,
}
NOTES: dict[str, Callable[[Said, str], object]] = {
    "where": lambda said, _who: said.kept(),
    "contact": lambda said, who: said.chose(Wish.CONTACT, who),
    "message": lambda said, who: said.chose(Wish.MESSAGE, who),
    "nothing": lambda said, who: said.chose(Wish.NOTHING, who),
    "take back": lambda said, who: said.chose(Wish.TAKEN_BACK, who),
    "same": lambda said, _who: said.compared(agree=True),
    "different": lambda said, _who: said.compared(agree=False),
    "verify": lambda said, who: said.judged(who),
    "sign": lambda said, who: said.second(who),
    "withdraw": lambda said, _who: said.withdrew(),
    "hold": lambda said, _who: said.stopped("hold"),
    "lift": lambda said, _who: said.stops.discard("hold"),
    "name us": lambda said, _who: said.stopped("must not learn"),
    "hide": lambda said, _who: said.stopped("hides"),
    "erase": lambda said, _who: said.over(),
}


def drawn(random: Random) -> list[tuple[str, str]]:
    """The straight way with gaps, and with others' steps in between; at the end once more."""
    plan = [one for one in STRAIGHT if random.random() > 0.08]
    for _number in range(random.randint(0, STRAY)):
        who = random.choice(("alma", "omar", "lena", "dora"))
        plan.insert(random.randint(0, len(plan)), (random.choice(sorted(ACTS)), who))
    return [*plan, ("release", random.choice(("omar", "lena")))]


def step(search: Found, said: Said, what: str, who: str) -> None:
    """Do it if it may be done; who is no more, and what nobody found, are no failure here."""
    member = getattr(search.scene, who)
    with (
        playing.seated(member),
        suppress(Refusal, Http404, AssertionError, KeyError),
        transaction.atomic(),
    ):
        ACTS[what](search, member)
        if what in NOTES:
            NOTES[what](said, who)


def left_the_house(search: Found, said: Said, plan: list[tuple[str, str]]) -> bool:
    """Go the way; whether contact left. The account is asked before each step."""
    for what, who in plan:
        might = said.may_leave
        step(search, said, what, who)
        with reading_as(search.case.society_id):
            gone = Release.objects.exists()
        if gone:
            assert (what, might) == ("release", True), plan
            return True
    return False


def test_no_contact_leaves_without_its_decisions_nor_after_a_stop(search: Found) -> None:
    begun, left = Said(), 0
    for what, who in BEFORE:
        step(search, begun, what, who)
    for run in range(RUNS):
        with transaction.atomic():
            said = replace(begun, stops=set(begun.stops))
            left += left_the_house(search, said, drawn(Random(run)))  # noqa: S311 - no secret
            transaction.set_rollback(True)
    assert RUNS // 4 < left < RUNS, left
