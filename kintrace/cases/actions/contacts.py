"""What came of speaking with the person about the photo. Silence renews nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.ages import require_fitting, require_short_enough, terms_of
from kintrace.cases.actions.opening import require_open
from kintrace.cases.circumstances import Outcome, Partner, Way
from kintrace.cases.models import Contact
from kintrace.cases.reminders import safe_address
from kintrace.letters import actions as letters
from kintrace.network.access import Right, has
from kintrace.protection.actions import (
    put_on_hold,
    record_basis,
    require_notice,
    shorten,
    withdraw,
)
from kintrace.protection.lookups import bases_in_force, may, notice_given
from kintrace.protection.purposes import BasisKind, How, Purpose, Scope, TextKind
from kintrace.protection.spoken import require_words
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of
from kintrace.wall.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.cases.reminders import Due
    from kintrace.network.models import Member
    from kintrace.wall.models import Notice

WRITTEN_WITHIN = timedelta(days=30)
HOW = {Way.DESK: How.SPOKEN, Way.VISIT: How.SPOKEN, Way.PHONE: How.PHONE, Way.MESSAGE: How.WRITTEN}


class NotSaidByThem(Refusal):
    """Somebody else answered for the person, or nobody did."""


class NoSuchContact(Refusal):
    """A talk that cannot have been."""


@dataclass(frozen=True, repr=False)
class Talk:
    """When, how and with whom; what came of it; until when the photo may hang; a note."""

    day: date
    way: str
    partner: str
    outcome: str
    until: date | None = None
    note: str = ""
    read: str | None = None  # the id of the words on the page


@transaction.atomic
def log_contact(case: Case, *, talk: Talk, by: Member) -> Contact:
    """Write down a talk, and do what the person said: renew, take down, or hold.

    Raises NoSuchContact, NotSaidByThem, TooYoung, and what protection refuses.
    """
    require_notice(case.subject)
    require_open(case)
    notice = _live_notice(case)
    _require_sound(talk)
    if talk.outcome == Outcome.WANTS:
        _renew(case, notice, talk, by)
    contact = _kept(case, talk, by)
    if talk.outcome == Outcome.NO:
        if bases_in_force(case.subject, Purpose.PUBLISH).exists():
            withdraw(case.subject, purpose=Purpose.PUBLISH, by=by)
        wall.take_down(notice, why="withdrawn", by=by)  # also where the consent ran out today
    if talk.outcome == Outcome.AFRAID:
        reason = talk.note or _("The person said on being asked that they are afraid.")
        put_on_hold(case.subject, reason=reason, by=by)
    record(Deed.LOGGED_CONTACT, about=case.pk, by=by)
    return contact


def _live_notice(case: Case) -> Notice:
    notice = notice_of(case.subject)
    if notice is None or not notice.is_live:
        raise Http404
    return notice


def _require_sound(talk: Talk) -> None:
    today = timezone.localdate()
    if not today - WRITTEN_WITHIN <= talk.day <= today:
        raise NoSuchContact(_("Write the day of the talk: today, or one of the last 30 days."))
    spoke = talk.partner != Partner.NOBODY
    if spoke == (talk.outcome == Outcome.NOT_REACHED):
        raise NoSuchContact(_("Say with whom you spoke, or that nobody was reached."))
    said = {Partner.PERSON, Partner.GUARDIAN}
    if talk.outcome == Outcome.WANTS and (talk.partner not in said or talk.until is None):
        raise NotSaidByThem(
            _(
                "Only the person can say that the photo may go on, or the guardian of a child. "
                "Write that nobody was reached."
            )
        )


def _renew(case: Case, notice: Notice, talk: Talk, by: Member) -> None:
    """The consent of this talk, and the face with it; within twelve months, a child's in three."""
    until = talk.until or timezone.localdate()
    terms = _terms(notice)
    require_fitting(notice)
    require_short_enough(until, terms=terms)
    _require_fitting_voice(notice, terms, talk, by)
    require_words(case.subject, TextKind.CONSENT, read=talk.read)
    guardian = talk.partner == Partner.GUARDIAN
    record_basis(
        case.subject,
        purpose=Purpose.PUBLISH,
        kind=BasisKind.CONSENT,
        scope=_places(case.subject),
        how=How.GUARDIAN if guardian else HOW[Way(talk.way)],
        until=until,
        file=case.file,
        by=by,
    )
    shorten(case.subject, purpose=Purpose.PUBLISH, until=until, by=by)
    wall.renew(notice, until=until, terms=terms, by=by)


def _terms(notice: Notice) -> Terms:
    """By the age as it is now; where none was told, as the second eye judged it."""
    told = terms_of(notice.subject)
    return Terms(notice.terms) if told == Terms.UNSAID else told


def _require_fitting_voice(notice: Notice, terms: Terms, talk: Talk, by: Member) -> None:
    if terms == Terms.GUARDIAN and talk.partner != Partner.GUARDIAN:
        raise NotSaidByThem(_("A guardian agreed for this person. Speak with the guardian."))
    own = by.pk in {notice.photo_by_id, notice.proposed_by_id}
    if terms == Terms.BEST_INTEREST and (own or not has(by, Right.APPROVE_FACES)):
        raise NotSaidByThem(
            _(
                "For a person under 18 without a guardian, an officer writes this down who neither "
                "took nor proposed the photo."
            )
        )


def _places(subject: UUID) -> list[Scope]:
    """Where the photo may stand by what is in force: a talk renews that and adds nothing."""
    bases = bases_in_force(subject, Purpose.PUBLISH)
    return [Scope(place) for place in sorted({place for one in bases for place in one.scope})]


@transaction.atomic
def release_letters(chosen: Iterable[Due], *, by: Member) -> int:
    """Send the letters of a day that a member let go; how many. They renew nothing.

    The address is copied into a letter with a file of its own. Needs the inbox box open. Who may
    not be written to gets none, which the caller sees by the number.
    """
    return sum(_send(one.case, by) for one in chosen)


def _send(case: Case, by: Member) -> bool:
    write_about(case.subject)
    address, given = safe_address(case), notice_given(case.subject)
    if not address or given is None or not may(case.subject, Purpose.CONTACT):
        return False
    language = given.text.language
    letters.send("get-in-touch", to=address, language=language, facts={}, society=by.society_id)
    talk = Talk(timezone.localdate(), Way.MESSAGE, Partner.NOBODY, Outcome.REMINDED)
    _kept(case, talk, by)
    record(Deed.SENT_LETTER, about=case.pk, by=by)
    return True


def _kept(case: Case, talk: Talk, by: Member) -> Contact:
    contact = Contact(
        society_id=case.society_id,
        case=case,
        day=talk.day,
        way=Way(talk.way),
        partner=Partner(talk.partner),
        outcome=Outcome(talk.outcome),
        until=talk.until if talk.outcome == Outcome.WANTS else None,
        logged_by=by,
    )
    contact.note = talk.note.strip() or None
    contact.save(force_insert=True)
    return contact
