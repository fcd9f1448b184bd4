"""Somebody who is sought was found: informed, asked, verified, passed on, told. One act a stop.

Every act looks first whether it was done. Nothing is told of the births of those who are sought, so
the careful way is taken: two members ask apart, and a second one agrees.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import choices, found, outcomes, releasing, verifying
from kintrace.cases.card import Wish
from kintrace.cases.finding import Compared, FirstTold, Verdict
from kintrace.cases.outcomes import OF_A_WISH, Result
from kintrace.cases.replies import Topic
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import asked_about_safety, seated
from kintrace.demo.told import FAMILY_FACTS, WHERE
from kintrace.network.access import Role
from kintrace.protection.actions import Heard, answer_risk
from kintrace.protection.lookups import risk_answers, text_in_force
from kintrace.protection.purposes import Channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.lookups import Finding, Whom
    from kintrace.cases.models import Sought
    from kintrace.demo.network.courses import Play
    from kintrace.network.models import Member

    Act = Callable[[Play], object]


def _sought(this: Play) -> Sought:
    return lookups.still_sought(this.case)[0]


def _finding(this: Play) -> Finding:
    return lookups.finding_of(_sought(this))


def inform(whom: Whom, *, by: Member) -> None:
    """The person is informed in English through an interpreter, and only then a person of ours."""
    text = text_in_force(by.society_id, "en")
    if text is None:
        raise LookupError("the demo's notice is not approved")
    if lookups.finding_of(whom).located is None:
        heard = Heard(text, Channel.READ_ALOUD, interpreter=True)
        found.locate(whom, meeting=found.Meeting(timezone.localdate(), "visit"), heard=heard, by=by)


def ask_about_safety(whom: Whom, *, by: Member) -> None:
    located = lookups.finding_of(whom).located
    if located and not risk_answers(located.subject):
        answer_risk(located.subject, answers=asked_about_safety(), by=by)


def choose(whom: Whom, wish: Wish, *, by: Member) -> None:
    if lookups.finding_of(whom).wish is None:
        read = str(lookups.card_in(by, "en")[Topic.CARD].pk)
        asked = choices.Asked(wish, "spoken", "en", read, interpreter=True)
        choices.choose(whom, asked=asked, by=by)


def keep_where(whom: Whom, where: dict[str, str], *, by: Member) -> None:
    finding = lookups.finding_of(whom)
    if finding.whereabouts is None and finding.wish is None:
        found.keep_where(whom, where=where, how="spoken", by=by)


def ask_the_found(whom: Whom, *, by: Member) -> None:
    asked = len(lookups.finding_of(whom).proofs)
    for question, _seeker, answer in FAMILY_FACTS[asked:]:
        said = {whom.pk: answer}
        verifying.ask(whom, side=verifying.FOUND, new=question, answers=said, by=by)


def verify(whom: Whom, *, by: Member) -> None:
    finding = lookups.finding_of(whom)
    if not finding.is_verified:
        same = {row.pk: Compared.SAME.value for row in finding.proofs}
        verifying.compare(whom, judged=same, by=by)
        verifying.decide(whom, verdict=Verdict.VERIFIED, by=by)


def sign(whom: Whom, *, by: Member) -> None:
    if lookups.finding_of(whom).signature is None:
        verifying.sign(whom, agreed=True, by=by)


def tell(sought: Sought, result: Result, how: str, *, by: Member) -> None:
    if lookups.finding_of(sought).result is None:
        outcomes.settle(sought, result=result, by=by)
    row = lookups.finding_of(sought).outcome
    if row is not None and row.told_on is None:
        outcomes.tell(sought, day=timezone.localdate(), how=how, by=by)


def _inform(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        inform(_sought(this), by=by)


def _ask_about_safety(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        ask_about_safety(_sought(this), by=by)


def _keep_where(this: Play) -> None:
    where = WHERE[this.search.number % len(WHERE)]
    with seated(this.member(Role.CASEWORKER)) as by:
        keep_where(_sought(this), where, by=by)


def _choose(wish: Wish, this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        choose(_sought(this), wish, by=by)


def _take_back(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        if _finding(this).wish != Wish.TAKEN_BACK:
            choices.take_back(_sought(this), by=by)


def _ask_the_found(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        ask_the_found(_sought(this), by=by)


def _ask_the_family(this: Play) -> None:
    """Another member, on a page that shows nothing of the person found."""
    with seated(this.member(Role.OFFICER)) as by:
        rows = zip(_finding(this).proofs, FAMILY_FACTS, strict=True)
        said = {row.pk: answer for row, (_ask, answer, _found) in rows if not row.seeker_by_id}
        if said:
            verifying.ask(_sought(this), side=verifying.SEEKER, answers=said, by=by)


def _verify(this: Play) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        verify(_sought(this), by=by)


def _second(this: Play) -> Member:
    return actor(this.search, Role.OFFICER, next_=1)


def _sign(this: Play) -> None:
    with seated(_second(this)) as by:
        sign(_sought(this), by=by)


def _release(this: Play) -> None:
    with seated(_second(this)) as by:
        if _finding(this).release is None:
            told = FirstTold.BY_PHONE.value
            releasing.release(_sought(this), ways=["phone", "through"], told=told, by=by)


def _tell_what_they_want(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)):
        wish = _finding(this).wish
    if wish is not None:
        tell_of_all(this, result=OF_A_WISH[wish], how="by_phone")


def tell_of_all(this: Play, *, result: Result, how: str) -> None:
    """Settle it for the first who is sought, and that nothing was found of the others; tell it."""
    with seated(this.member(Role.CASEWORKER)) as by:
        for place, sought in enumerate(lookups.still_sought(this.case)):
            tell(sought, Result.NOT_FOUND if place else result, how, by=by)


_FOUND = (_inform, _ask_about_safety)
_REACHED = (*_FOUND, _keep_where)
_PROVED = (
    *_REACHED,
    partial(_choose, Wish.CONTACT),
    _ask_the_found,
    _ask_the_family,
    _verify,
)
STOPS: dict[Course, tuple[Act, ...]] = {
    Course.INFORMED: _FOUND,
    Course.CHOSE_MESSAGE: (*_REACHED, partial(_choose, Wish.MESSAGE)),
    Course.CHOSE_ALIVE: (*_FOUND, partial(_choose, Wish.ALIVE)),
    Course.CHOSE_NOTHING: (*_FOUND, partial(_choose, Wish.NOTHING), _tell_what_they_want),
    Course.CHOSE_LATER: (*_REACHED, partial(_choose, Wish.LATER)),
    Course.TAKEN_BACK: (*_REACHED, partial(_choose, Wish.CONTACT), _take_back),
    Course.VERIFIED: _PROVED,
    Course.SIGNED: (*_PROVED, _sign),
    Course.RELEASED: (*_PROVED, _sign, _release),
    Course.TOLD: (*_PROVED, _sign, _release, _tell_what_they_want),
}
