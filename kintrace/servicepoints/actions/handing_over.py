"""From one point to the next: sealed to a code and a word, and taken on once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds_points import PointDeed
from kintrace.network.access import Right, has
from kintrace.protection import keeping
from kintrace.protection.actions import record_basis, require_notice
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.retention import Kind
from kintrace.servicepoints import carried, lookups
from kintrace.servicepoints.actions.registering import register
from kintrace.servicepoints.actions.sent import Sent
from kintrace.servicepoints.models import HandOver, Registration
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import answers

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member
    from kintrace.protection.actions import Heard
    from kintrace.servicepoints.models import ServicePoint
    from kintrace.servicepoints.telling import Again, Told

# Looked at without being taken on, a code opens a few times: a point may be unable to help.
MOST_OPENED = 6
TRIES, WITHIN = 10, timedelta(hours=1)


class TooManyTries(Refusal):
    """A member types many codes: somebody may be guessing."""

    def __init__(self) -> None:
        super().__init__(
            _("Too many codes were tried. Wait an hour, or ask a colleague to look with you.")
        )


class NothingCarried(Refusal):
    """Unknown, mistyped, used and over are one thing to whoever asks."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing opens with this code and this word. Look at both again with the person. "
                "If it was used or its time is over, begin anew with the notice."
            )
        )


@dataclass(frozen=True, repr=False)
class Carried:
    """An opened hand-over, in memory for one page."""

    row: UUID
    told: Told


@transaction.atomic
def hand_over(registration: Registration, *, word: str, how: How, by: Member) -> str:
    """Seal a copy to a new code and the person's word; an earlier one ends. Gives the code, which
    is kept nowhere. Who holds the box hands over what is guarded.

    Raises NoRight, NotAllowed while somebody looks at it first, InformationNotGiven, BoxIsShut,
    TooManyAtOnce.
    """
    require_notice(registration.subject)
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    _require_may(registration, by)
    code, row = answers.new_code(), HandOver()
    copy = carried.sealed(lookups.told_by(registration), row=row.pk, code=code, word=word)
    take_back(registration, by=by)
    row.lookup, row.sealed = copy.lookup, copy.sealed
    row.until = timezone.localdate() + keeping.term(Kind.HAND_OVER)
    row.save(force_insert=True)
    registration.hand_over = row.pk
    registration.save(update_fields=["hand_over"])
    record_basis(
        registration.subject,
        purpose=Purpose.REFER,
        kind=BasisKind.CONSENT,
        how=How(how),
        until=row.until,
        file=registration.file,
        by=by,
    )
    record(PointDeed.GAVE_HAND_OVER, about=registration.pk, by=by)
    return code


def _require_may(registration: Registration, by: Member) -> None:
    right = Right.LIFT_HOLD if registration.is_guarded else Right.FOLLOW_UP
    if not has(by, right):
        raise NoRight(_("The protection team looks after this person, and nobody else."))
    require_nobody_looks(registration)


def require_nobody_looks(registration: Registration) -> None:
    """Said before the person is asked for a word. Raises NotAllowed."""
    if is_looked_at(registration.subject):
        raise NotAllowed(looked_at(), "held")


@transaction.atomic
def open_carried(code: str, word: str, *, by: Member) -> Carried | None:
    """What code and word open; nothing for whatever else. Each try is written down and counted.

    Raises TooManyTries, NoRight, TooManyAtOnce.
    """
    _require_a_try(by)
    keys = answers.derive(code, word)
    try:
        found = _found(keys)
    finally:
        keys.forget()
    if found is not None:
        record(PointDeed.OPENED_HAND_OVER, about=found.row, by=by)
    # What was typed stands in no entry; a wrong try is about nothing, and counts.
    record(PointDeed.TRIED_HAND_OVER, about=found.row if found else uuid4(), by=by)
    return found


def _require_a_try(by: Member) -> None:
    if not has(by, Right.FOLLOW_UP):
        raise NoRight(_("Members who work at a service point open what people carry."))
    if lookups.tries_since(timezone.now() - WITHIN, by=by) >= TRIES:
        raise TooManyTries


def _found(keys: answers.Derived) -> Carried | None:
    good = HandOver.objects.filter(until__gte=timezone.localdate(), opened__lt=MOST_OPENED)
    row = good.select_for_update().filter(lookup=keys.lookup_id).first()
    if row is None:
        return None
    HandOver.objects.filter(pk=row.pk).update(opened=F("opened") + 1)
    return Carried(row.pk, carried.opened(bytes(row.sealed), row=row.pk, keys=keys))


@transaction.atomic
def take_on(
    point: ServicePoint,
    *,
    code: str,
    word: str,
    heard: Heard,
    how: How,
    again: Again,
    by: Member,
) -> Registration:
    """The person hears the notice of this society and says yes: what they carried becomes a
    registration here, and the code is used up. Raises NothingCarried, and what `open_carried` and
    `register` raise."""
    found = open_carried(code, word, by=by)
    if found is None:
        raise NothingCarried
    HandOver.objects.filter(pk=found.row).delete()
    registration = register(
        point,
        told=found.told,
        heard=heard,
        how=how,
        again=again,
        sent=Sent(found.row),
        by=by,
    )
    record(PointDeed.TOOK_ON_HAND_OVER, about=registration.pk, by=by)
    return registration


@transaction.atomic
def take_back(registration: Registration, *, by: Actor) -> bool:
    """Code and word open nothing any more; whether they did. Safe to repeat."""
    if registration.hand_over is None:
        return False
    gone, _each = HandOver.objects.filter(pk=registration.hand_over).delete()
    Registration.objects.filter(pk=registration.pk).update(hand_over=None)
    registration.hand_over = None
    if gone:
        record(PointDeed.TOOK_BACK_HAND_OVER, about=registration.pk, by=by)
    return bool(gone)


def expire(today: date) -> int:
    """Delete what nobody came with in time; of no society, so of all. How many."""
    over = HandOver.objects.filter(until__lt=today) | HandOver.objects.filter(
        opened__gte=MOST_OPENED
    )
    return over.delete()[0]
