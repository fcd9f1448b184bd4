"""Risk answers and the safeguarding hold."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.protection import holders, lookups, risk
from kintrace.protection.actions.notices import require_notice
from kintrace.protection.actions.safeguards import remember, write_hold
from kintrace.protection.holders import Stop
from kintrace.protection.models import Hold, RiskAnswers
from kintrace.protection.purposes import Cause, TextKind
from kintrace.protection.refusals import AskedApart, NeedsSecondEye, NothingToDo, RiskNotAnswered
from kintrace.protection.spoken import require_words
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut, reader_in_force

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member

REMINDED_AFTER = timedelta(days=7)


@transaction.atomic
def answer_risk(
    subject: UUID,
    *,
    answers: dict[str, str],
    by: Actor,
    note: str = "",
    read: str | None = None,
) -> RiskAnswers:
    """Keep the answers, sealed to the protection box; any concern is a hold by itself.

    `answers` is question code to risk.Answer, every question of risk.QUESTIONS; `read` is
    the id of the words that were read before them.
    Raises InformationNotGiven, AskedApart, WordsNotRead, RiskNotAnswered, and BoxNotTrusted before
    the key ceremony.
    """
    require_notice(subject)
    require_asked_here(subject)
    if not risk.complete(answers):
        raise RiskNotAnswered
    worries = risk.concerns(answers)
    kept = RiskAnswers(
        society_id=by.society_id,
        subject=subject,
        words=require_words(subject, TextKind.RISK, read=read),
        given_by=by.pk,
    )
    kept.answers = {"answers": answers, "note": note}
    kept.save(force_insert=True)
    if worries:
        put_on_hold(subject, reason=_in_words(worries, note), by=by)
    record(Deed.ANSWERED_RISK, about=subject, by=by)
    return kept


def require_asked_here(subject: UUID) -> None:
    """Raises AskedApart where a team with a box of its own asks: neither the answers nor a hold may
    stand where others read them."""
    if holders.asks_apart(subject):
        raise AskedApart


@transaction.atomic
def note_asked_apart(subject: UUID, *, by: Actor, read: str | None = None) -> RiskAnswers:
    """The questions were asked by a child's team, whose box alone keeps what was answered.

    Here stands only that they were asked. A worry is the team's to weigh, whose work is nothing
    else: a hold would tell the whole protection team that there is a child (decision 037). Raises
    InformationNotGiven, WordsNotRead.
    """
    require_notice(subject)
    kept = RiskAnswers(
        society_id=by.society_id,
        subject=subject,
        words=require_words(subject, TextKind.RISK, read=read),
        given_by=by.pk,
    )
    kept.answers = {"answers": {}, "note": ""}
    kept.save(force_insert=True)
    record(Deed.ANSWERED_RISK, about=subject, by=by)
    return kept


@transaction.atomic
def ask_who_recognises(subject: UUID, *, who: str, danger: str, by: Actor) -> RiskAnswers:
    """Keep who may recognise the person in a public photo, sealed to the protection box.

    `danger` is a risk.Answer; any but a plain no is a hold by itself, which only the protection
    team lifts. Raises InformationNotGiven, AskedApart, RiskNotAnswered.
    """
    require_notice(subject)
    require_asked_here(subject)
    if not who.strip() or danger not in risk.Answer.values:
        raise RiskNotAnswered
    worry = danger != risk.Answer.NO
    kept = RiskAnswers(
        society_id=by.society_id,
        subject=subject,
        about=RiskAnswers.About.WALL,
        given_by=by.pk,
    )
    kept.answers = {"who": who, "danger": danger}
    kept.save(force_insert=True)
    if worry:
        put_on_hold(subject, reason=f"{risk.WHO_RECOGNISES}\n{who.strip()}", by=by)
    record(Deed.ASKED_WHO_RECOGNISES, about=subject, by=by)
    return kept


@transaction.atomic
def put_on_hold(subject: UUID, *, reason: str, by: Actor) -> list[str]:
    """Stop everything for this person at once. Answers what was done; needs no second eye.

    Raises NothingToDo without a reason, AlreadyErased.
    """
    if not reason.strip():
        raise NothingToDo(_("Write why, in a few words. Only the protection team can read it."))
    write_about(subject)
    write_hold(subject, reason=reason, by=by)
    remember(subject, cause=Cause.HOLD, by=by)
    return holders.stop(subject, why=Stop(Cause.HOLD), by=by)


@transaction.atomic
def lift_hold(hold: Hold, *, because: str, by: Member) -> list[str]:
    """Another member than who set it lifts a hold; with the last one gone, work may go on.

    Only who has the protection box open, and so can read why it was set. Raises NoRight, BoxIsShut,
    NeedsSecondEye, NothingToDo.
    """
    _require_may_lift(hold, by=by)
    current = lookups.holds_in_force(hold.subject).select_for_update().filter(pk=hold.pk).first()
    if current is None:
        raise NothingToDo(_("This hold was lifted already."))
    if current.set_by == by.pk:
        raise NeedsSecondEye
    if not because.strip():
        raise NothingToDo(_("Write why it may go on. Only the protection team can read it."))
    current.lifted_at, current.lifted_by = timezone.now(), by.pk
    current.lifted_because = because
    current.save(update_fields=["lifted_at", "lifted_by", "lifted_because"])
    done = [] if lookups.is_held(hold.subject) else holders.resume(hold.subject, by=by)
    record(Deed.LIFTED_HOLD, about=hold.subject, by=by)
    return done


def _require_may_lift(hold: Hold, *, by: Member) -> None:
    """Nobody decides about a danger that they cannot read: this member's own box must be open."""
    if not has(by, Right.LIFT_HOLD):
        raise NoRight(_("A member of the protection team must lift this hold."))
    boxes = reader_in_force().boxes
    if boxes is None or boxes.member != by.pk:
        raise BoxIsShut(f"member {by.pk} has no box open")
    _why = hold.reason  # opens with a key of that box, or raises


@transaction.atomic
def note_told(now: datetime) -> tuple[list[Hold], list[Hold]]:
    """Which open holds of the reader's society are new, and which wait so long that one more
    letter is due; each once.

    The caller writes the letters in the same transaction: the row of a letter says that it went.
    """
    fresh = list(lookups.untold_holds().select_for_update())
    long = list(lookups.holds_told_before(now - REMINDED_AFTER).select_for_update())
    Hold.objects.filter(pk__in=[hold.pk for hold in fresh]).update(told_at=now)
    Hold.objects.filter(pk__in=[hold.pk for hold in long]).update(reminded_at=now)
    return fresh, long


def _in_words(worries: tuple[str, ...], note: str) -> str:
    asked = [str(question.words) for question in risk.QUESTIONS if question.code in worries]
    return "\n".join(filter(None, [*asked, note.strip()]))
