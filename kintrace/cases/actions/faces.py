"""A case's photo on its way to the wall: consent, kept photo, proposal, second eye, put up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.ages import (
    childs_terms,
    require_fitting,
    require_old_enough,
    require_short_enough,
    terms_of,
)
from kintrace.cases.actions.opening import require_open
from kintrace.protection.actions import ask_who_recognises, record_basis, require_notice
from kintrace.protection.lookups import agreed_until, is_looked_at, who_recognises
from kintrace.protection.purposes import BasisKind, How, Purpose, Scope, TextKind
from kintrace.protection.spoken import require_words
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault import safe_files
from kintrace.vault.photos import first_look
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of
from kintrace.wall.terms import Declined, Known, Terms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.wall.models import Face, Notice

PHOTO = "photo.jpg"
TAKE_NO_PHOTO = gettext_lazy(
    "Ask nothing more now, and take no photo. Somebody looks at this first. It goes on when that "
    "is done."
)


class ConsentMissing(Refusal):
    """The person was not asked, or did not agree."""


class RecognitionNotAsked(Refusal):
    """Nobody asked who may recognise the person."""


class NotSaidWhy(Refusal):
    """What is sent back has a reason."""


class TakeNoPhoto(Refusal):
    """Somebody looks first; the sentence does not say why."""


class NoPhoto(Refusal):
    """There is no photo to propose yet."""


@dataclass(frozen=True, repr=False)
class Recognised:
    """Who may recognise the person in the photo, and whether that is a danger (risk.Answer)."""

    who: str
    danger: str


@transaction.atomic
def consent(
    case: Case,
    *,
    recognised: Recognised,
    scope: Sequence[str],
    how: str,
    until: date,
    by: Member,
    read: str | None = None,
) -> None:
    """Write down who may recognise the person, and then what they agreed to (gates G3, G6).

    Any danger is a hold: the consent is kept, and nothing goes on before the protection team has
    decided. `read` is the id of the words on the page. Raises TooYoung, RiskNotAnswered,
    WordsNotRead.
    """
    require_open(case)
    require_old_enough(case.subject)
    require_short_enough(until, terms=terms_of(case.subject))
    require_words(case.subject, TextKind.CONSENT, read=read)
    ask_who_recognises(case.subject, who=recognised.who, danger=recognised.danger, by=by)
    record_basis(
        case.subject,
        purpose=Purpose.PUBLISH,
        kind=BasisKind.CONSENT,
        scope=[Scope(place) for place in scope],
        how=How(how),
        until=until,
        file=case.file,
        by=by,
    )
    record(Deed.CHANGED_CASE, about=case.pk, by=by)


@transaction.atomic
def keep_photo(case: Case, *, photo: bytes, by: Member) -> None:
    """Redraw the photo to bare pixels and keep it sealed with its five previews.

    Raises PhotoRefused, and ConsentMissing, TakeNoPhoto: without consent and on hold no photo is
    kept at all.
    """
    require_notice(case.subject)
    require_open(case)
    require_nobody_looks(case.subject)
    require_consent(case)
    look = first_look(photo)
    safe_files.keep(look.original, file=case.file, name=PHOTO)
    for frame, small in look.previews.items():
        safe_files.keep(small, file=case.file, name=f"preview-{frame}.jpg")
    case.has_photo, case.photo_by = True, by
    case.save(update_fields=["has_photo", "photo_by"])
    record(Deed.TOOK_PHOTO, about=case.pk, by=by)


def require_consent(case: Case) -> date:
    """The last day on which the face may hang on the wall; ConsentMissing without consent to it."""
    until = agreed_until(case.subject, Scope.WALL)
    if until is None:
        raise ConsentMissing(_("Ask the person before you take or show the photo."))
    return until


def require_nobody_looks(subject: UUID) -> None:
    """A photo of somebody in danger must not even lie here. Raises TakeNoPhoto."""
    if is_looked_at(subject):
        raise TakeNoPhoto(TAKE_NO_PHOTO)


def require_asked(subject: UUID) -> None:
    """Nobody's face goes up who was not asked who may recognise it, whatever was agreed before."""
    if who_recognises(subject) is None:
        raise RecognitionNotAsked(
            _("Ask first who may recognise the person. The question stands beside the consent.")
        )


@transaction.atomic
def propose(
    case: Case, *, frame: str, relations: Sequence[str], sex: str, age_band: str, by: Member
) -> Notice:
    """Propose the kept photo for the wall; another member has to agree.

    Raises TooYoung, TakeNoPhoto.
    """
    write_about(case.subject)
    require_open(case)
    require_old_enough(case.subject)
    require_nobody_looks(case.subject)
    require_asked(case.subject)
    until = require_consent(case)
    if not case.has_photo:
        raise NoPhoto(_("Take the photo first."))
    return wall.propose(
        case.subject,
        relations=relations,
        sex=sex,
        age_band=age_band,
        frame=frame,
        photo=safe_files.fetch(file=case.file, name=PHOTO),
        until=until,
        known=Known(terms_of(case.subject), case.photo_by_id),
        by=by,
    )


@dataclass(frozen=True)
class Looks:
    """How old the person in the photo looks to the second eye; what is not clear is False."""

    fifteen: bool
    eighteen: bool


class Decided(Enum):
    """What became of a proposal after somebody looked at it."""

    APPROVED = auto()
    SIGNED_ONCE = auto()
    JUDGED = auto()  # as a child: two sign now
    SENT_BACK = auto()
    TOO_YOUNG = auto()


@transaction.atomic
def decide(
    notice: Notice,
    *,
    agreed: bool,
    by: Member,
    because: str = "",
    looks: Looks | None = None,
    declined: str = "",
) -> Decided:
    """The second eye: agree, or send it back; what is sent back may be proposed anew.

    `declined` says why it is sent back (wall.terms.Declined). `looks` is asked when no birth was
    told: not clearly 15 is sent back, not clearly 18 counts as a child. `because` is for the two
    who sign for a child.
    """
    if not agreed:
        if declined not in Declined.values:
            raise NotSaidWhy(_("Say why you send it back."))
        wall.send_back(notice, because=Declined(declined), by=by)
        return Decided.SENT_BACK
    require_fitting(notice)
    require_asked(notice.subject)
    if notice.terms == Terms.UNSAID and looks is not None:
        return _judge(notice, looks, by=by)
    return _approve(notice, because=because, by=by)


def _judge(notice: Notice, looks: Looks, *, by: Member) -> Decided:
    """The age by the look of it; who may be a child without a guardian waits for two who sign."""
    if not looks.fifteen:
        wall.send_back(notice, because=Declined.AGE, by=by)
        return Decided.TOO_YOUNG
    terms = Terms.ADULT if looks.eighteen else childs_terms(notice.subject)
    notice = wall.judge_age(notice, terms=terms, by=by)
    return Decided.JUDGED if terms == Terms.BEST_INTEREST else _approve(notice, by=by)


def _approve(notice: Notice, *, by: Member, because: str = "") -> Decided:
    approved = wall.approve(notice, by=by, because=because)
    return Decided.APPROVED if approved.approved_by_id else Decided.SIGNED_ONCE


@transaction.atomic
def put_on_wall(case: Case, *, by: Member) -> tuple[Face, str]:
    """Show the approved face; gives the removal code, which is for the person and kept nowhere."""
    require_open(case)
    notice = notice_of(case.subject)
    if notice is None:
        raise NoPhoto(_("Nothing was proposed yet."))
    require_fitting(notice)
    require_asked(notice.subject)
    return wall.publish(notice, by=by)
