"""In whatever order members of two societies act: no contact goes over without its decisions, and
nothing stays of what did when the search is over.

The test keeps its own account of what was said, and asks the house nothing before it compares.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404

from kintrace.cases.actions import transfer_sending
from kintrace.cases.card import Wish
from kintrace.cases.models import Located, Passage
from kintrace.cases.tests.meeting_afar import FoundAfar, taken_on
from kintrace.demo import playing
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

RUNS, STRAY = 14, 2
STRAIGHT = (
    ("same", "there", "omar"),
    ("verify", "there", "omar"),
    ("vouch", "home", "omar"),
    ("sign", "there", "lena"),
    ("release", "there", "lena"),
)
OVER = {"recall", "hold at home", "erase at home", "erase"}
Step = tuple[str, str, str]


@dataclass
class Said:
    """What was said so far, by this test's own account."""

    wish: str = "contact"
    asked: str = "alma"
    agree: bool = False
    verified: str = ""
    vouched: bool = False
    signed: str = ""
    stops: set[str] = field(default_factory=set)

    @property
    def may_leave(self) -> bool:
        """The choice, the verdict of either side, the second member, and nothing that stops it."""
        decided = self.agree and self.verified and self.vouched and self.signed
        another = self.signed not in {self.asked, self.verified}
        return self.wish == "contact" and bool(decided) and another and not self.stops

    def note(self, what: str, who: str) -> None:
        if what in {"contact", "message", "take back"}:
            self.wish, self.asked, self.signed = what, who, ""
        elif what in {"same", "different"}:
            self.agree = what == "same"
        elif what in {"vouch", "doubt"}:
            self.vouched = what == "vouch"
        elif what == "verify":
            self.verified, self.signed = who, ""
        elif what == "sign":
            self.signed = who
        if what in {"take back", "name", "hold", "withdraw", *OVER}:
            self.stops.add(what)


def name(search: FoundAfar, by: Member) -> None:
    feared = NotWith(societies=frozenset({search.home.society.pk}))
    protection.change_not_with(search.subject, not_with=feared, by=by)


ACTS: dict[str, Callable[[FoundAfar, Member], object]] = {
    "contact": lambda search, by: search.choose(Wish.CONTACT, by=by),
    "message": lambda search, by: search.choose(Wish.MESSAGE, by=by),
    "take back": lambda search, by: search.take_back(by=by),
    "same": lambda search, by: search.compare("same", by=by),
    "different": lambda search, by: search.compare("different", by=by),
    "verify": lambda search, by: search.verify(by=by),
    "sign": lambda search, by: search.sign(by=by),
    "release": lambda search, by: search.release(by=by),
    "vouch": lambda search, by: search.vouch(by=by),
    "doubt": lambda search, by: search.vouch("not_yet", by=by),
    "name": name,
    "hold": lambda search, by: protection.put_on_hold(search.subject, reason="A worry.", by=by),
    "withdraw": lambda search, by: protection.withdraw(
        search.subject, purpose=Purpose.CONTACT, by=by
    ),
    "erase": lambda search, by: protection.erase(search.subject, why=WhyErased.ASKED, by=by),
    "recall": lambda search, by: transfer_sending.recall(search.transfer, why="not_needed", by=by),
    "hold at home": lambda search, by: protection.put_on_hold(
        search.case.subject, reason="A worry.", by=by
    ),
    "erase at home": lambda search, by: protection.erase(
        search.case.subject, why=WhyErased.ASKED, by=by
    ),
}
AT_HOME = {"vouch", "doubt", "recall", "hold at home", "erase at home"}


def done(what: str, who: str) -> Step:
    return what, "home" if what in AT_HOME else "there", who


def drawn(random: Random) -> list[Step]:
    """The straight way with gaps, with others' steps in between; then once more, and an end."""
    plan = [one for one in STRAIGHT if random.random() > 0.08]
    for _number in range(random.randint(0, STRAY)):
        what = random.choice(sorted(ACTS.keys() - OVER))
        step = done(what, random.choice(("alma", "omar", "lena")))
        plan.insert(random.randint(0, len(plan)), step)
    end = random.choice(sorted(OVER))
    return [*plan, done("release", "lena"), done(end, "omar")]


def took(search: FoundAfar, step: Step) -> bool:
    """Do it if it may be done; who is no more, and what nobody found, are no failure here."""
    what, where, who = step
    member = getattr(search.home if where == "home" else search.scene, who)
    with (
        playing.seated(member),
        suppress(Refusal, Http404, AssertionError, KeyNotAtHand),
        transaction.atomic(),
    ):
        ACTS[what](search, member)
        return True
    return False


def lies_there(search: FoundAfar) -> bool:
    """Whether the society that asked has a way to reach who was found."""
    with reading_as(search.home.society.pk):
        return Passage.objects.filter(passed__isnull=False).exists()


def went_over(search: FoundAfar, said: Said, plan: list[Step]) -> bool:
    """Go the way; whether contact went over. The account is asked before each step."""
    went = False
    for step in plan:
        might = said.may_leave
        if took(search, step):
            said.note(step[0], step[2])
        if not went and lies_there(search):
            went = True
            assert (step[0], might) == ("release", True), plan
    assert not lies_there(search), plan
    with reading_as(search.scene.society.pk):
        assert not Located.objects.exists(), plan
    return went


def test_no_contact_goes_over_without_its_decisions_and_nothing_stays(
    scene: Scene, there: Scene
) -> None:
    search, went = taken_on(scene, there), 0
    search.as_far_as_the_answers()
    for run in range(RUNS):
        with transaction.atomic():
            went += went_over(search, Said(), drawn(Random(run)))  # noqa: S311 - no secret
            transaction.set_rollback(True)
    assert RUNS // 5 < went < RUNS, went
