"""Words before questions: writing, approving and giving the notice and its like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import times_done
from kintrace.network.access import Right, has
from kintrace.protection import aloud, first_words, lookups
from kintrace.protection.models import NoticeGiven, NoticeText
from kintrace.protection.purposes import Channel, TextKind
from kintrace.protection.refusals import (
    InformationNotGiven,
    NeedsSecondEye,
    NoticeNotAsExpected,
    NoticeNotInForce,
)
from kintrace.protection.spoken import first_words_missing
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from datetime import datetime

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member, Society


@dataclass(frozen=True)
class Words:
    """The layers of a text; a notice needs them all.

    Pictures are pairs: name of a drawing, and the line beside it.
    """

    title: str
    pictures: tuple[tuple[str, str], ...]
    short: str
    full: str


def new_subject() -> UUID:
    """The id of a person of whom nothing is kept yet."""
    return uuid4()


def require_notice(subject: UUID) -> None:
    """Gate G1: call it before any field of a person is kept.

    Raises InformationNotGiven, AlreadyErased.
    """
    write_about(subject)
    if lookups.notice_given(subject) is None:
        raise InformationNotGiven


@dataclass(frozen=True)
class Heard:
    """What somebody was read before they told us anything."""

    text: NoticeText
    channel: Channel
    interpreter: bool = False


@transaction.atomic
def give_notice(
    subject: UUID,
    *,
    text: NoticeText,
    channel: Channel,
    by: Actor,
    interpreter: bool = False,
    at: datetime | None = None,
) -> NoticeGiven:
    """Write down that the person was informed. Raises NoticeNotInForce, AlreadyErased.

    at: when it was, where that is written down later. What was in force then may have been replaced
    since, as with a visitor's notice.
    """
    write_about(subject)
    current = _in_force(text, at=at, society=by.society_id)
    given = NoticeGiven(text=current, channel=Channel(channel).value, interpreter=interpreter)
    given.at = at or given.at
    return _given(given, subject, by=by)


def _in_force(text: NoticeText, *, at: datetime | None, society: UUID) -> NoticeText:
    """Read again and locked: between page and button another version may have come into force."""
    texts = NoticeText.objects.select_for_update().filter(
        pk=text.pk, society_id=society, kind=TextKind.NOTICE
    )
    stands = Q(state=NoticeText.State.APPROVED)
    if at is not None:
        stands |= Q(state=NoticeText.State.REPLACED, approved__lte=at)
    current = texts.filter(stands).first()
    if current is None:
        raise NoticeNotInForce
    return current


@transaction.atomic
def note_read(subject: UUID, *, text_id: str, at: datetime, by: Actor) -> NoticeGiven:
    """Write down that a visitor had the notice before them when they wrote.

    It was in force then; another may have replaced it since. Raises InformationNotGiven where no
    such notice of the society was, AlreadyErased.
    """
    write_about(subject)
    text = lookups.notice_read(text_id, at=at)
    if text is None:
        raise InformationNotGiven
    return _given(NoticeGiven(text=text, channel=Channel.FULL_TEXT.value, at=at), subject, by=by)


def _given(given: NoticeGiven, subject: UUID, *, by: Actor) -> NoticeGiven:
    given.society_id, given.subject, given.given_by = by.society_id, subject, by.pk
    given.save(force_insert=True)
    record(Deed.GAVE_NOTICE, about=subject, by=by)
    return given


@transaction.atomic
def draft_notice(
    society: Society,
    *,
    language: str,
    words: Words,
    by: Actor,
    kind: TextKind = TextKind.NOTICE,
) -> NoticeText:
    """Keep a new version; the one in force stays in force until this one is approved."""
    _whole(words, kind)
    of_society = NoticeText.objects.select_for_update().filter(society=society)
    texts = of_society.filter(language=language, kind=kind)
    newest = max((text.version for text in texts), default=0)
    draft = NoticeText.objects.create(
        society=society,
        kind=kind,
        language=language,
        version=newest + 1,
        title=words.title,
        pictures=[list(pair) for pair in words.pictures],
        short=words.short,
        full=words.full,
    )
    record(Deed.WROTE_NOTICE_TEXT, about=draft.pk, by=by)
    return draft


@transaction.atomic
def approve_notice(text: NoticeText, *, by: Member) -> NoticeText:
    """Put a draft in force; the version before it is kept as history.

    Another member than who wrote it reads it first. Raises NoRight, NeedsSecondEye,
    NoticeNotAsExpected.
    """
    if not has(by, Right.APPROVE_NOTICES):
        raise NoRight(_("Ask an officer or the data-protection officer to approve this text."))
    locked = NoticeText.objects.select_for_update()
    of_society = locked.filter(society_id=by.society_id, language=text.language, kind=text.kind)
    draft = of_society.filter(pk=text.pk, state=NoticeText.State.DRAFT).first()
    if draft is None:
        raise NoticeNotAsExpected(_("This version is no draft any more. Open the list again."))
    if by.pk == writer_of(draft):
        raise NeedsSecondEye(_("You wrote this text yourself. Another member must approve it."))
    of_society.filter(state=NoticeText.State.APPROVED).update(state=NoticeText.State.REPLACED)
    draft.state, draft.approved = NoticeText.State.APPROVED, timezone.now()
    draft.save(update_fields=["state", "approved"])
    record(Deed.APPROVED_NOTICE_TEXT, about=draft.pk, by=by)
    return draft


def writer_of(text: NoticeText) -> UUID | None:
    """Who wrote this version. The row itself does not say: the public side reads it."""
    times = times_done(Deed.WROTE_NOTICE_TEXT, society=text.society_id, about=text.pk)
    return times[0][1] if times else None


@transaction.atomic
def draft_default_notices(society: Society, by: Actor) -> list[NoticeText]:
    """Our own first words, as drafts, where we have them and the society has none."""
    return [
        draft_notice(
            society,
            kind=kind,
            language=language,
            words=Words(**first_words.of(language, society=society.name, kind=kind)),
            by=by,
        )
        for kind, language in first_words_missing(society.pk)
    ]


def _whole(words: Words, kind: TextKind) -> None:
    if not (words.title.strip() and words.short.strip()):
        raise NoticeNotAsExpected(_("Write a title and the text to be read aloud."))
    if kind is TextKind.NOTICE and not (words.full.strip() and words.pictures):
        raise NoticeNotAsExpected(
            _("A notice needs all its layers: pictures, the short text and the full text.")
        )
    if long := aloud.too_long(words.short, kind):
        raise NoticeNotAsExpected(long)


def forget_notice(subject: UUID) -> None:
    """Who told us something heard the notice under its number, and what they told is gone.

    What else is kept under that number ends by itself (`ending.py`). The caller records the deed.
    """
    for given in lookups.notices_given(subject):
        given.delete()
