"""What people ask for by right: written down, prolonged, answered, forgotten."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.protection import keeping
from kintrace.protection.actions.bases import object_to_bases, withdraw
from kintrace.protection.actions.erasure import erase
from kintrace.protection.lookups import rights as lookups
from kintrace.protection.models import RightsRequest
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import (
    IdentityNotNoted,
    NothingToDo,
    NotYours,
    RequestNotAsExpected,
)
from kintrace.protection.retention import Kind as Clocked
from kintrace.protection.rights import (
    MONTHS,
    MONTHS_AT_MOST,
    Came,
    Kind,
    months_after,
)
from kintrace.protection.turns import write_about

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member

# To stop something nobody has to show who they are: a photo comes down for anybody in danger.
ONLY_THE_PERSON = frozenset({Kind.ACCESS, Kind.CORRECTION, Kind.ERASURE})


@transaction.atomic
def write_request(
    subject: UUID,
    *,
    kind: Kind,
    came: Came,
    received: date,
    by: Member,
    identity: str = "",
    suspicious: bool = False,
) -> RightsRequest:
    """Write down that somebody asks for what the law gives a person. Raises AlreadyErased."""
    write_about(subject)
    if received > timezone.localdate():
        raise RequestNotAsExpected(_("The day on which it came lies in the future."))
    request = RightsRequest(
        society_id=by.society_id,
        subject=subject,
        kind=Kind(kind).value,
        came=Came(came).value,
        received=received,
        due=months_after(received, MONTHS),
        suspicious=suspicious,
        written_by=by.pk,
    )
    request.identity = identity.strip() or None
    request.save(force_insert=True)
    record(Deed.WROTE_DOWN_REQUEST, about=request.pk, by=by)
    return request


@transaction.atomic
def note_identity(request: RightsRequest, *, how: str, by: Member) -> None:
    """How we know that it is the person; a newer note takes the place of the older one."""
    current = still_open(request, by=by)
    if not how.strip():
        raise RequestNotAsExpected(_("Write how you know that it is the person."))
    current.identity = how.strip()
    current.save(update_fields=["identity"])
    record(Deed.CHANGED_REQUEST, about=current.pk, by=by)


@transaction.atomic
def suspect(request: RightsRequest, *, by: Member) -> None:
    """Perhaps an offender asks: from now on it is for the DPO alone."""
    current = still_open(request, by=by)
    current.suspicious = True
    current.save(update_fields=["suspicious"])
    record(Deed.CHANGED_REQUEST, about=current.pk, by=by)


@transaction.atomic
def trust(request: RightsRequest, *, by: Member) -> None:
    """The DPO found that it is no offender: others see it again."""
    _guard(by)
    current = still_open(request, by=by)
    current.suspicious = False
    current.save(update_fields=["suspicious"])
    record(Deed.CHANGED_REQUEST, about=current.pk, by=by)


@transaction.atomic
def take_over(request: RightsRequest, *, by: Member) -> None:
    """This member looks after it from now on."""
    current = still_open(request, by=by)
    current.handler = by
    current.save(update_fields=["handler"])
    record(Deed.CHANGED_REQUEST, about=current.pk, by=by)


@transaction.atomic
def extend(request: RightsRequest, *, because: str, told_on: date, by: Member) -> None:
    """Two months more, once, with a reason, and the person heard of it within the first month."""
    _guard(by)
    current = still_open(request, by=by)
    if current.told_on is not None:
        raise RequestNotAsExpected(_("It was given more time before. There is no more."))
    if not because.strip():
        raise RequestNotAsExpected(_("Write why it takes longer."))
    if not current.received <= told_on <= min(current.due, timezone.localdate()):
        raise RequestNotAsExpected(
            _("The person must hear of it within the first month. Choose the day they were told.")
        )
    current.due = months_after(current.received, MONTHS_AT_MOST)
    current.told_on, current.longer_because, current.rang = told_on, because.strip(), 0
    current.save(update_fields=["due", "told_on", "longer_because", "rang"])
    record(Deed.EXTENDED_REQUEST, about=current.pk, by=by)


@transaction.atomic
def answer(request: RightsRequest, *, outcome: str, by: Member) -> None:
    """What was asked for is done: a copy handed over, or a person corrected."""
    current = _theirs(request, by=by)
    if current.kind not in {Kind.ACCESS, Kind.CORRECTION}:
        raise RequestNotAsExpected(_("This request is answered by doing what was asked for."))
    _end(current, RightsRequest.State.ANSWERED, outcome, by=by)


@transaction.atomic
def answer_objection(request: RightsRequest, *, by: Member) -> list[str]:
    """Stop what rests on anything but consent; answers what was done."""
    current = _theirs(request, by=by, kind=Kind.OBJECTION)
    done = object_to_bases(current.subject, by=by)
    stopped = _("What rested on anything but consent is ended.")
    return _done(current, [stopped, *done], by=by)


@transaction.atomic
def answer_withdrawal(
    request: RightsRequest, *, purposes: Iterable[Purpose], by: Member
) -> list[str]:
    """Take back what the person names; answers what was done."""
    current = _theirs(request, by=by, kind=Kind.WITHDRAWAL)
    chosen = [Purpose(purpose) for purpose in purposes]
    if not chosen:
        raise RequestNotAsExpected(_("Choose what is taken back."))
    done = [said for one in chosen for said in withdraw(current.subject, purpose=one, by=by)]
    back = _("Taken back: %(purposes)s.") % {
        "purposes": ", ".join(str(purpose.label) for purpose in chosen)
    }
    return _done(current, [back, *done], by=by)


@transaction.atomic
def answer_erasure(request: RightsRequest, *, by: Member) -> list[str]:
    """Delete everything about the person; only that it was asked and done is kept."""
    if not has(by, Right.ERASE):
        raise NotYours
    current = _theirs(request, by=by, kind=Kind.ERASURE)
    done = erase(current.subject, why=WhyErased.ASKED, by=by)
    return _done(still_open(current, by=by), done, by=by)


@transaction.atomic
def refuse(request: RightsRequest, *, because: str, by: Member) -> None:
    """Say no, with the reason that the person is told."""
    _guard(by)
    _end(still_open(request, by=by), RightsRequest.State.REFUSED, because, by=by)


@transaction.atomic
def expire_requests(today: date) -> Counter[Clocked]:
    """Forget answered requests after two years, and what authorities asked after ten."""
    answered = today - keeping.term(Clocked.RIGHTS, on=today)
    received = today - keeping.term(Clocked.AUTHORITY, on=today)
    rights, _ = lookups.requests_to_forget(answered_before=answered).delete()
    authorities, _ = lookups.authorities_to_forget(received_before=received).delete()
    return +Counter({Clocked.RIGHTS: rights, Clocked.AUTHORITY: authorities})


def _done(request: RightsRequest, done: list[str], *, by: Member) -> list[str]:
    _end(request, RightsRequest.State.ANSWERED, "\n".join(done), by=by)
    return done


def _end(request: RightsRequest, state: RightsRequest.State, outcome: str, *, by: Member) -> None:
    if not outcome.strip():
        raise RequestNotAsExpected(_("Write in a sentence what came of it."))
    request.state, request.outcome, request.boxed = state, outcome.strip(), None
    request.answered, request.handler = timezone.now(), by
    request.save(update_fields=["state", "outcome", "boxed", "answered", "handler"])
    deed = Deed.ANSWERED_REQUEST if state == RightsRequest.State.ANSWERED else Deed.REFUSED_REQUEST
    record(deed, about=request.pk, by=by)


def _theirs(request: RightsRequest, *, by: Member, kind: Kind | None = None) -> RightsRequest:
    """The request, when it is this member's to answer and we know who asks."""
    current = still_open(request, by=by)
    if not lookups.may_answer(current, by=by):
        raise NotYours
    if kind is not None and current.kind != kind:
        raise RequestNotAsExpected(_("The person asked for something else."))
    if current.kind in ONLY_THE_PERSON and not current.is_identified:
        raise IdentityNotNoted
    return current


def still_open(request: RightsRequest, *, by: Member) -> RightsRequest:
    """The request as it stands now, locked, and only while it is open."""
    locked = RightsRequest.objects.select_for_update()
    current = locked.filter(pk=request.pk, society_id=by.society_id).first()
    if current is None or not current.is_open:
        raise NothingToDo(_("This request was answered already."))
    return current


def _guard(by: Member) -> None:
    if not has(by, Right.GUARD_RIGHTS):
        raise NotYours
