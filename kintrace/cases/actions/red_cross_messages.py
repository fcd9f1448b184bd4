"""A Red Cross Message at its home: begun, written part by part, checked by another, sent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.opening import require_open
from kintrace.cases.actions.red_cross_children import (
    require_fit_for_child,
    require_may_check,
    require_may_go,
)
from kintrace.cases.actions.red_cross_moves import (
    NotThisStep,
    locked,
    require_step,
    require_wanted,
    seal,
    step,
    take_from_partner,
)
from kintrace.cases.models import RedCrossMessage, RedCrossPaper
from kintrace.cases.red_cross import BY_SOCIETY, LINES, NAMED, REACH, State, lines_of
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection.actions import record_basis, require_notice, weigh_basis
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file, share_file
from kintrace.vault.photos import first_look
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member

NEEDED = ("sender", "addressee", "text")
PICTURE = "picture"
AGREED_FOR = timedelta(days=366)


class TooLong(Refusal):
    """More than fits on the sheet."""


class NotWhole(Refusal):
    """A part is not written yet."""


class NobodyFound(Refusal):
    """No society found the addressee through which the message could go."""


class AskNothing(Refusal):
    """Somebody looks first; the sentence does not say why."""


class NeedsAnother(Refusal):
    """Who wrote it does not check it."""


def require_nobody_looks(subject: UUID) -> None:
    """Said before anything is read to the person: a question may put them in danger."""
    if is_looked_at(subject):
        raise AskNothing(looked_at())


@transaction.atomic
def begin(case: Case, *, to: Sought, how: str, by: Member) -> RedCrossMessage:
    """The sender heard what a message may say and who may read it, and wants one to be sent.

    Raises CaseIsClosed, InformationNotGiven, and what protection refuses: on hold nothing begins.
    """
    require_notice(case.subject)
    require_open(case)
    message = RedCrossMessage(
        society_id=case.society_id,
        case=case.pk,
        subject=case.subject,
        addressee=to.subject,
        reference=lookups.unused_reference(RedCrossMessage, by),
        written_by=by,
    )
    _agreed(case, to, how=how, by=by)
    names = {"from": lookups.told_of(case.subject).called, "to": lookups.called(to)}
    return begun(message, names=names, by=by)


def begun(message: RedCrossMessage, *, names: dict[str, str], by: Member) -> RedCrossMessage:
    """On the grounds that were written down. For actions."""
    require_wanted(message, with_=None)
    message.save(force_insert=True)
    _open_paper(message, names)
    record(Deed.BEGAN_RED_CROSS, about=message.pk, by=by)
    return message


def _agreed(case: Case, to: Sought, *, how: str, by: Member) -> None:
    """The sender consents; the addressee, who cannot be asked before, is weighed."""
    until = timezone.localdate() + AGREED_FOR
    record_basis(
        case.subject,
        purpose=Purpose.MESSAGE,
        kind=BasisKind.CONSENT,
        how=How(how),
        until=until,
        file=case.file,
        by=by,
    )
    weigh_basis(
        to.subject,
        told_by=case.subject,
        purpose=Purpose.MESSAGE,
        kind=BasisKind.PUBLIC_INTEREST,
        until=until,
        file=case.file,
        by=by,
    )


def _open_paper(message: RedCrossMessage, names: dict[str, str]) -> None:
    file = open_file(message.society_id)
    paper = RedCrossPaper(file=file, message=message, society_id=message.society_id)
    paper.names = names
    paper.save(force_insert=True)


@transaction.atomic
def keep(
    message: RedCrossMessage, *, kind: str, said: dict[str, Any], seen: int, by: Member
) -> None:
    """Seal one part at once; `seen` is the version that the page showed.

    Raises NotThisStep, ChangedElsewhere, TooLong, NobodyFound, TellsTooMuch.
    """
    require_notice(message.subject)
    message = locked(message)
    if message.state != State.WRITING:
        raise NotThisStep(_("This message is not being written any more. Open it again."))
    part = message.parts.filter(society_id=message.society_id, kind=kind).first()
    if part and part.version != seen and part.said != said:
        raise ChangedElsewhere(
            _(
                "This page was changed elsewhere since you opened it. Your words stand here and "
                "are not saved yet; compare them and save again."
            )
        )
    _require_fit(message, kind=kind, said=said, by=by)
    seal(message, kind=kind, said=said, society=message.society_id, by=by)
    if kind in NAMED and not message.is_childs:
        put_name(message, kind, said["name"])
    note_change(message, by)


def _require_fit(message: RedCrossMessage, *, kind: str, said: dict[str, Any], by: Member) -> None:
    if kind == "text":
        require_short(said["text"])
    if said.get(REACH) == BY_SOCIETY and lookups.found_by(message.addressee) is None:
        raise NobodyFound(
            _("It cannot go through a society that found this person now. Write the address.")
        )
    require_fit_for_child(message, kind=kind, said=said, by=by)


def put_name(message: RedCrossMessage, kind: str, name: str) -> None:
    """In the lists stands what stands on the sheet, and no other name that the case knows."""
    paper = message.paper
    paper.names = paper.names | {NAMED[kind]: name}
    paper.save(update_fields=["names"])


def require_short(text: str) -> None:
    if lines_of(text) > LINES:
        raise TooLong(
            _("This is longer than the sheet: %(lines)d lines. At most %(most)d have room.")
            % {"lines": lines_of(text), "most": LINES}
        )


def keep_picture(message: RedCrossMessage, *, photo: bytes, what: str, by: Member) -> None:
    """Redraw a photo, or a photo of a drawing, to bare pixels and seal it. Raises PhotoRefused."""
    drawn = first_look(photo).original
    said = {"what": what, "jpeg": lookups.as_text(drawn)}
    seen = lookups.part_version(message, PICTURE)
    keep(message, kind=PICTURE, said=said, seen=seen, by=by)


@transaction.atomic
def drop_picture(message: RedCrossMessage, *, by: Member) -> None:
    message = locked(message)
    if message.state == State.WRITING:
        message.parts.filter(society_id=message.society_id, kind=PICTURE).delete()
        note_change(message, by)


def note_change(message: RedCrossMessage, by: Member) -> None:
    message.changed = timezone.now()
    message.save(update_fields=["changed"])
    record(Deed.KEPT_RED_CROSS, about=message.pk, by=by)


@transaction.atomic
def collect(message: RedCrossMessage, *, by: Member) -> RedCrossMessage:
    """It is whole: another member checks it. Raises NotWhole."""
    message = locked(message)
    kinds = set(message.parts.filter(society_id=message.society_id).values_list("kind", flat=True))
    if not kinds.issuperset(NEEDED):
        raise NotWhole(_("Sender, addressee and text are needed. One of them is not written yet."))
    require_may_go(message, by=by)
    require_wanted(message, with_=None)
    return step(message, State.COLLECTED, by=by, checked_by=None)


@transaction.atomic
def check(message: RedCrossMessage, *, by: Member, why: str = "") -> RedCrossMessage:
    """The second eye: nothing in it but family news; or back to the writer, with the reason.

    Who wrote any part of it does not check it. Raises NeedsAnother.
    """
    message = locked(message)
    if message.written_by_id == by.pk or message.parts.filter(by=by).exists():
        raise NeedsAnother(_("Another member must read this message and check it."))
    require_may_check(message, by=by)
    if why:
        return step(message, State.WRITING, by=by, why=why)
    return step(message, State.CHECKED, by=by, checked_by=by)


@transaction.atomic
def send(message: RedCrossMessage, *, partner: UUID | None, by: Member) -> RedCrossMessage:
    """Hand the message to the society that delivers it; None: this society does it itself.

    Needs the inbox box open. Raises what protection refuses: hold, withdrawal, who must not learn.
    """
    message = locked(message)
    require_step(message, State.SENT, by=by)
    require_may_go(message, by=by)
    require_wanted(message, with_=partner)
    _require_who_found(message, partner)
    if partner is not None:
        _hand_over(message, partner)
    return step(message, State.SENT, by=by)


def _require_who_found(message: RedCrossMessage, partner: UUID | None) -> None:
    """Without an address it goes to who knows where the addressee is, and to nobody else."""
    if not lookups.goes_by_society(message):
        return
    finder = lookups.found_by(message.addressee)
    if finder is None:
        raise NobodyFound(
            _(
                "It cannot go through the society that found this person any more. Call it off, "
                "and write it anew with the address."
            )
        )
    if finder != (partner or message.society_id):
        raise NobodyFound(
            _("No address stands on it: the society that found the person brings it.")
        )


def _hand_over(message: RedCrossMessage, partner: UUID) -> None:
    """The names under a key with two slots; every word sealed to the other society's own box."""
    message.partner_id = partner
    message.save(update_fields=["partner"])
    message.paper.partner_id = partner
    message.paper.save(update_fields=["partner"])
    share_file(message.paper.file, with_=partner)
    said = {one.kind: one.said for one in message.parts.filter(society_id=message.society_id)}
    with reading_as(partner):
        for kind, words in said.items():
            seal(message, kind=kind, said=words, society=partner)


@transaction.atomic
def call_off(message: RedCrossMessage, *, why: str, by: Member) -> RedCrossMessage:
    """Stop it before it is delivered; the other society loses its copy at once."""
    message = locked(message)
    require_step(message, State.CANCELLED, by=by, why=why)
    take_from_partner(message)
    return step(message, State.CANCELLED, by=by, why=why)
