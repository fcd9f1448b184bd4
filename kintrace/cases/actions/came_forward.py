"""Who told us who they are: written down from a message, searched, ended, gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards, lookups
from kintrace.cases.came_forward import Ended, State
from kintrace.cases.models import CameForward
from kintrace.network.access import Right, has
from kintrace.people.actions import write_down
from kintrace.protection import keeping
from kintrace.protection.actions import erase, new_subject, note_read, record_basis
from kintrace.protection.lookups import is_held, looked_at, require
from kintrace.protection.purposes import BasisKind, How, Purpose, WhyErased
from kintrace.protection.retention import Kind
from kintrace.protection.turns import be_alone_with, write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file
from kintrace.wall import actions as wall
from kintrace.wall.actions.answering import AnswerIsHeld

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.came_forward import Beside
    from kintrace.network.models import Member
    from kintrace.people.told import Told
    from kintrace.protection.circles import NotWith
    from kintrace.wall.models import Message

OF_AGE = 18
# Of a message that is closed so nobody searches on.
CLOSES_WITH = {"spam": Ended.UNTRUE, "abuse": Ended.UNTRUE, "not_related": Ended.NOT_RELATED}


class WrittenDownAlready(Refusal):
    """One message is one person: somebody made a lead of it, perhaps a moment ago."""


class AChild(Refusal):
    """What a child tells lies in the box of a team, and what is searched of it that team says."""


class HasEnded(Refusal):
    """Nothing more is done with what ended."""


@dataclass(frozen=True, repr=False)
class Described:
    """Who somebody is, as a member checked it, and who must not learn of them."""

    told: Told
    beside: Beside
    not_with: NotWith


@transaction.atomic
def make(message: Message, *, described: Described, by: Member) -> CameForward:
    """Write down who somebody is who told it in this message, which is open in a box.

    The notice stood above the questions; that it was read is logged first (gate G1). Whether other
    societies may be asked is what the person said. Nothing is searched yet (gate G3). Raises
    InformationNotGiven where no notice was sealed with the words, AChild, WrittenDownAlready.
    """
    require_no_child(described.told)
    require_not_written(message)
    body, subject = message.body, new_subject()
    note_read(subject, text_id=body.get("notice", ""), at=message.arrived, by=by)
    lead = CameForward(
        file=open_file(by.society_id),
        society_id=by.society_id,
        reference=lookups.unused_reference(CameForward, by),
        subject=subject,
        message=message.pk,
        across_societies=body.get("across") == "yes",
        by=by,
        until=timezone.localdate() + keeping.term(Kind.LEAD),
    )
    _keep(lead, described, by=by)
    if message.state == message.State.RECEIVED:
        wall.screen(message, state=message.State.PLAUSIBLE, by=by)
    return lead


def _keep(lead: CameForward, described: Described, *, by: Member) -> None:
    lead.told = described.beside.to_json()
    try:
        with transaction.atomic():
            lead.save(force_insert=True)
    except IntegrityError:  # a second press, or another tab
        raise _already(lead.message) from None
    told, of = described.told, lead.society_id
    write_down(lead.subject, told=told, file=lead.file, society=of, by=by)
    _agreed(lead, how=How.WRITTEN, not_with=described.not_with, by=by)
    record(Deed.KEPT_CAME_FORWARD, about=lead.pk, by=by)


def require_not_written(message: Message) -> None:
    """Said before a form is typed into, too."""
    known = lookups.forward_of_message(message.pk)
    if known is not None and known.is_open:
        raise _already(message.pk)


def _already(message: UUID) -> WrittenDownAlready:
    known = lookups.forward_of_message(message)
    words = _("This person is written down already: %(reference)s.")
    return WrittenDownAlready(words % {"reference": known.reference if known else ""})


def require_no_child(told: Told) -> None:
    if told.birth is not None and told.birth.oldest(timezone.localdate()) < OF_AGE:
        raise AChild(
            _("Whoever is younger than 18 is looked after by a team. Ask who protects children.")
        )


def _agreed(lead: CameForward, *, how: How, not_with: NotWith | None = None, by: Member) -> None:
    """The person asked for it, and other societies stand in it only where they said so."""
    across = (Purpose.SHARE, Purpose.COMPARE) if lead.across_societies else ()
    purposes = (Purpose.TRACE, *across)
    for purpose in purposes:
        record_basis(
            lead.subject,
            purpose=purpose,
            kind=BasisKind.CONSENT,
            how=how,
            until=lead.until,
            file=lead.file,
            not_with=not_with,
            by=by,
        )


@transaction.atomic
def search(lead: CameForward, *, by: Member) -> CameForward:
    """From now on the lead is compared with who searches. Raises HasEnded, and what protection
    refuses: the questions about safety come first (gate G3)."""
    lead = _open(lead)
    require(lead.subject, Purpose.TRACE)
    lead.searched, lead.looked_on = timezone.now(), None
    lead.save(update_fields=["searched", "looked_on"])
    cards.follow_lead(lead)
    record(Deed.SEARCHED_CAME_FORWARD, about=lead.pk, by=by)
    return lead


@transaction.atomic
def note_looked(lead: CameForward, *, by: Member) -> CameForward:
    """Somebody looked at who is likely. Raises HasEnded."""
    lead = _open(lead)
    lead.looked_on = timezone.localdate()
    lead.save(update_fields=["looked_on"])
    record(Deed.LOOKED_CAME_FORWARD, about=lead.pk, by=by)
    return lead


@transaction.atomic
def keep_longer(lead: CameForward, *, how: How, by: Member) -> CameForward:
    """The person said that we go on: a year from today. Raises HasEnded."""
    lead = _open(lead)
    lead.until = timezone.localdate() + keeping.term(Kind.LEAD)
    lead.save(update_fields=["until"])
    _agreed(lead, how=how, by=by)
    cards.follow_lead(lead)
    record(Deed.KEPT_CAME_FORWARD_LONGER, about=lead.pk, by=by)
    return lead


@transaction.atomic
def end(lead: CameForward, *, why: Ended, by: Actor) -> CameForward:
    """Nobody is compared with it any more; it goes as its message goes. Raises HasEnded."""
    lead = _open(lead)
    today = timezone.localdate()
    lead.state, lead.ended, lead.closing = State.CLOSED, timezone.now(), Ended(why)
    # What was taken back goes with the next daily run, everything else when its message would.
    last = today if lead.closing == Ended.WITHDRAWN else keeping.last_day(Kind.MESSAGE, today)
    lead.until = min(lead.until, last)
    lead.save(update_fields=["state", "ended", "closing", "until"])
    cards.follow_lead(lead)
    record(Deed.ENDED_CAME_FORWARD, about=lead.pk, by=by)
    return lead


@transaction.atomic
def screen(message: Message, *, state: str, by: Member) -> None:
    """Say what a message is. With one that belongs to no search ends what was made of it."""
    wall.screen(message, state=state, by=by)
    lead = lookups.forward_of_message(message.pk)
    if lead is not None and lead.is_open and state in CLOSES_WITH:
        end(lead, why=CLOSES_WITH[state], by=by)


def require_not_held(message: Message, *, by: Member) -> None:
    """On hold only who may lift one answers: who wrote may not be alone. Raises AnswerIsHeld."""
    lead = lookups.forward_of_message(message.pk)
    if lead is not None and is_held(lead.subject) and not has(by, Right.LIFT_HOLD):
        raise AnswerIsHeld(looked_at())


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete what stands here of a person, and the message in which they told it; the files whose
    key must go. What runs out by itself leaves the message to a clock of its own."""
    lead = lookups.forward_known_as(subject)
    if lead is None:
        return set()
    pk, file = lead.pk, lead.file
    lead.delete()
    if lead.until >= timezone.localdate():
        wall.forget_message(lead.message, by=by)
    record(Deed.ERASED, about=pk, by=by)
    return {file}


def expire(today: date, *, by: Actor) -> int:
    """Erase those whose last day is over; who is on hold waits. How many."""
    return sum(_expire(lead, today, by=by) for lead in lookups.forward_over(today))


@transaction.atomic
def _expire(lead: CameForward, today: date, *, by: Actor) -> bool:
    be_alone_with(lead.subject)
    lead.refresh_from_db()  # somebody may have kept it longer, or set a hold, a moment ago
    if lead.until >= today or is_held(lead.subject):
        return False
    erase(lead.subject, why=WhyErased.RETENTION, by=by)
    return True


def _open(lead: CameForward) -> CameForward:
    write_about(lead.subject)
    locked = CameForward.objects.select_for_update(of=("self",)).get(pk=lead.pk)
    if not locked.is_open:
        raise HasEnded(_("This has ended. Nothing more is done with it."))
    return locked
