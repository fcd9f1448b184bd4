"""How far each person has come: from the notice to a face on the wall, and to the end of it.

Every move is what a member does at the desk, and looks first whether it was done.

Nobody rests in `proposed`: consent is asked before a photo is kept, so a proposal is `consented`
in the moment it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.audit.actions import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import faces, opening
from kintrace.cases.circumstances import Closing
from kintrace.demo import playing
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import made
from kintrace.network.access import Role
from kintrace.protection import holders
from kintrace.protection import lookups as protection
from kintrace.protection.actions import lift_hold, put_on_hold
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_up, notice_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case
    from kintrace.demo.network.people import Lot
    from kintrace.demo.network.searches import Search
    from kintrace.network.models import Member


class Fate(Enum):
    """Where a person's story stands when the demo is whole."""

    DRAFT = "a draft, half told"
    OPENED = "a case without a photo"
    STOPPED = "agreed and photographed; a concern came before the proposal"
    CLEARED = "waits for the second eye"
    APPROVED = "waits for being put up"
    LIVE = "on the wall"
    MINOR = "16 or 17, on the wall for three months"
    HELD = "was on the wall; held by the protection team"
    MATCHED = "the family was found"
    EXPIRED = "its time is over"
    WITHDRAWN = "taken down with the person's own code"
    TAKEN_DOWN = "taken down by a member"


@dataclass(frozen=True)
class Play:
    """One person's case and who acts in it."""

    lot: Lot
    case: Case

    def member(self, role: Role) -> Member:
        return actor(self.lot, role)

    def state(self) -> str | None:
        """Where the publication stands; None before there is one. Inside `reading_as`."""
        notice = notice_of(self.case.subject)
        return notice.state if notice else None


def actor(lot: Lot | Search, role: Role, *, next_: int = 0) -> Member:
    """Whose turn it is among those of this role; `next_`: so many places after that one."""
    names = lot.house.of(role)
    return named(names[(lot.number + next_) % len(names)])


def receive(lot: Lot) -> str:
    """Somebody comes to the desk: the notice, the questions, the case. Answers its id."""
    if lot.fate is Fate.DRAFT:
        with seated(actor(lot, Role.VOLUNTEER)) as volunteer:
            return str(playing.begin_a_draft(lot.person, by=volunteer).pk)
    with seated(actor(lot, Role.CASEWORKER)) as caseworker:
        case = playing.open_a_case(lot.person, worries=WORRIES.get(lot.fate, ()), by=caseworker)
        return str(case.pk)


def play(lot: Lot) -> str:
    """Go the way of the photo to where this one ends. Answers the face's id, if it ever hung."""
    with seated(actor(lot, Role.CASEWORKER)) as caseworker:
        case = lookups.case_for(caseworker, UUID(made()[lot.case_key]))
    this = Play(lot, case)
    for move in MOVES[lot.fate]:
        move(this)
    with reading_as(case.society_id):
        notice = notice_of(case.subject)
    return str(notice.face) if notice and notice.face else ""


def _propose(this: Play, *, days: int = 360, how: str = "spoken") -> None:
    until = timezone.localdate() + timedelta(days=days)
    with seated(this.member(Role.CASEWORKER)) as by:
        if this.state() is None:
            person, seed = this.lot.person, this.lot.seed
            playing.propose(this.case, person, seed=seed, until=until, how=how, by=by)


def _photograph(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        if not this.case.has_photo:
            playing.photograph(this.case, this.lot.person, seed=this.lot.seed, by=by)


def _approve(this: Play) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        if this.state() == "cleared":
            playing.approve(this.case, by=by)


def _put_up(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        if this.state() == "approved":
            faces.put_on_wall(this.case, by=by)


def _lift_hold(this: Play) -> None:
    with seated(this.member(Role.CHILD_PROTECTION)) as by:
        for hold in protection.holds_in_force(this.case.subject):
            lift_hold(hold, because="Spoken with the guardian and the young person apart.", by=by)


def _hold(this: Play) -> None:
    with seated(this.member(Role.CHILD_PROTECTION)) as by:
        if not protection.is_held(this.case.subject):
            put_on_hold(this.case.subject, reason="A stranger asked for the name twice.", by=by)


def _find(this: Play) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        _down(this, "matched", by=by)
        case = lookups.case_for(by, this.case.pk)
        if case.closed is None:
            opening.close_case(case, closing=Closing.SELF_SOLVED, by=by)


def _take_down(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        _down(this, "taken_down", by=by)


def _down(this: Play, why: str, *, by: Member) -> None:
    notice = notice_of(this.case.subject)
    if notice is not None:
        wall.take_down(notice, why=why, by=by)


def _take_back(this: Play) -> None:
    """The person shows the code that was given at putting up; the worker carries it out."""
    society, today = this.case.society_id, timezone.localdate()
    with reading_as(society):
        notice = notice_of(this.case.subject)
        face = face_up(notice.face) if notice and notice.face else None
        if face is not None:
            wall.remove_by_code(face)
        wall.empty_removals(today, by=Machine(society))


def _run_out(this: Play) -> None:
    """The morning after the last day, as the worker will find it."""
    with reading_as(this.case.society_id):
        for holder in holders.every():
            holder.expire(timezone.localdate() + timedelta(days=1))


# A concern is a hold by itself, until the protection team lifts it.
WORRIES: dict[Fate, tuple[str, ...]] = {Fate.MINOR: ("child",)}
_UP = (_propose, _approve, _put_up)
MOVES: dict[Fate, tuple[Callable[[Play], None], ...]] = {
    Fate.STOPPED: (_photograph, _hold),
    Fate.CLEARED: (_propose,),
    Fate.APPROVED: (_propose, _approve),
    Fate.LIVE: _UP,
    Fate.MINOR: (
        _lift_hold,
        partial(_propose, days=90, how="guardian"),
        _approve,
        _put_up,
    ),
    Fate.HELD: (*_UP, _hold),
    Fate.MATCHED: (*_UP, _find),
    Fate.EXPIRED: (partial(_propose, days=0), _approve, _put_up, _run_out),
    Fate.WITHDRAWN: (*_UP, _take_back),
    Fate.TAKEN_DOWN: (*_UP, _take_down),
}
