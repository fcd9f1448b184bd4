"""Lawful bases: recorded, changed, withdrawn, run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import holders, keeping, lookups
from kintrace.protection.actions.safeguards import remember
from kintrace.protection.circles import NotWith
from kintrace.protection.holders import Stop
from kintrace.protection.models import Basis
from kintrace.protection.purposes import BasisKind, Cause, How, Purpose, Scope, TextKind
from kintrace.protection.refusals import BasisNotSound, InformationNotGiven, NothingToDo
from kintrace.protection.retention import Kind
from kintrace.protection.spoken import require_words
from kintrace.protection.turns import write_about

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.models import NoticeGiven, NoticeText

# Without the search there is nothing to show a photo or to ask another society for. A message to
# somebody whose address is known goes on.
RESTS_ON = {Purpose.TRACE: frozenset({Purpose.PUBLISH, Purpose.SHARE, Purpose.COMPARE})}


@transaction.atomic
def record_basis(
    subject: UUID,
    *,
    purpose: Purpose,
    kind: BasisKind,
    file: UUID,
    by: Actor,
    scope: Iterable[Scope] = (),
    until: date | None = None,
    how: How = How.SPOKEN,
    not_with: NotWith | None = None,
) -> Basis:
    """Write down on which ground one thing may be done.

    `until` is the last day; `not_with` adds to what was said before. Before the notice only
    what the society weighed without asking may be recorded. Raises InformationNotGiven,
    WordsNotRead, BasisNotSound with a sentence, AlreadyErased.
    """
    write_about(subject)
    basis = Basis(
        file=file,
        society_id=by.society_id,
        subject=subject,
        purpose=Purpose(purpose).value,
        kind=BasisKind(kind).value,
        scope=_sound(Purpose(purpose), BasisKind(kind), scope, until),
        how=_said(BasisKind(kind), How(how)),
        notice=_informed(subject, BasisKind(kind), How(how)),
        words=_asked_in(subject, Purpose(purpose)),
        given_by=by.pk,
        until=until,
    )
    return _keep(basis, not_with, by)


@transaction.atomic
def weigh_basis(
    subject: UUID,
    *,
    told_by: UUID,
    purpose: Purpose,
    kind: BasisKind,
    file: UUID,
    by: Actor,
    until: date | None = None,
    not_with: NotWith | None = None,
) -> Basis:
    """The same for a person who could not be asked: `told_by` is the subject who told us of them.

    Raises BasisNotSound for a consent, which nobody gives for another, and AlreadyErased.
    """
    write_about(subject)
    if BasisKind(kind) is BasisKind.CONSENT or Purpose(purpose) is Purpose.PUBLISH:
        raise BasisNotSound(_("Nobody can agree for another person. Choose another ground."))
    basis = Basis(
        file=file,
        society_id=by.society_id,
        subject=subject,
        told_by=told_by,
        purpose=Purpose(purpose).value,
        kind=BasisKind(kind).value,
        how=How.WEIGHED.value,
        given_by=by.pk,
        until=until,
    )
    return _keep(basis, not_with, by)


@transaction.atomic
def extend_weighed(subject: UUID, *, purpose: Purpose, until: date, by: Actor) -> None:
    """What the society weighed itself goes on to a later day, for somebody looked at it again.

    What a person agreed to lasts as long as they said, and what is over stays over. Raises
    AlreadyErased.
    """
    write_about(subject)
    weighed = lookups.bases_in_force(subject, purpose).exclude(kind=BasisKind.CONSENT)
    if weighed.filter(until__lt=until).update(until=until):
        record(Deed.CHANGED_BASIS, about=subject, by=by)


def _keep(basis: Basis, not_with: NotWith | None, by: Actor) -> Basis:
    circle = not_with or NotWith()
    # With the first basis everything is lost that it would keep from somebody.
    if lookups.every_basis(basis.subject).exists() and circle.widens(
        lookups.not_with(basis.subject)
    ):
        remember(basis.subject, cause=Cause.MUST_NOT_LEARN, by=by)
    basis.not_with = circle.to_json()
    basis.save(force_insert=True)
    record(Deed.RECORDED_BASIS, about=basis.subject, by=by)
    return basis


@transaction.atomic
def change_not_with(subject: UUID, *, not_with: NotWith, by: Actor) -> list[str]:
    """Replace all that was said of who must not learn of this person.

    Whoever is named now is kept from what stands elsewhere at once; answers what was done.
    """
    before = lookups.not_with(subject)
    bases = list(lookups.every_basis(subject).select_for_update())
    if not bases:
        raise NothingToDo(_("No lawful basis is recorded for this person yet."))
    for basis in bases:
        basis.not_with = (not_with if basis is bases[-1] else NotWith()).to_json()
        basis.save(update_fields=["not_with"])
    done = _keep_from(subject, by=by) if not_with.widens(before) else []
    record(Deed.CHANGED_BASIS, about=subject, by=by)
    return done


def _keep_from(subject: UUID, *, by: Actor) -> list[str]:
    remember(subject, cause=Cause.MUST_NOT_LEARN, by=by)
    why = Stop(Cause.MUST_NOT_LEARN, frozenset({Purpose.SHARE, Purpose.COMPARE}))
    return holders.stop(subject, why=why, by=by)


@transaction.atomic
def withdraw(subject: UUID, *, purpose: Purpose, by: Actor) -> list[str]:
    """The person takes back a basis: all that stands on it stops. Answers what was done.

    Needs no second eye and no reason. Raises NothingToDo when there is nothing to take back.
    """
    taken_back = RESTS_ON.get(Purpose(purpose), frozenset()) | {Purpose(purpose)}
    if not lookups.bases_in_force(subject, Purpose(purpose)).exists():
        raise NothingToDo(_("There is nothing in force to take back for this purpose."))
    for one in taken_back:
        lookups.bases_in_force(subject, one).update(withdrawn_at=timezone.now())
    done = holders.stop(subject, why=Stop(Cause.WITHDRAWN, taken_back), by=by)
    remember(subject, cause=Cause.WITHDRAWN, by=by)
    record(Deed.WITHDREW_BASIS, about=subject, by=by)
    return done


@transaction.atomic
def object_to_bases(subject: UUID, *, by: Actor) -> list[str]:
    """The person objects: what stands on anything but consent ends as if it were taken back.

    Where the person also agreed to the same thing, that agreement stands until it is taken back.
    Raises NothingToDo when nothing in force rests on another ground.
    """
    objected, over = False, set[Purpose]()
    for purpose in Purpose:
        bases = lookups.bases_in_force(subject, purpose)
        if bases.exclude(kind=BasisKind.CONSENT).update(withdrawn_at=timezone.now()):
            objected = True
            over |= set() if bases.exists() else {purpose, *RESTS_ON.get(purpose, ())}
    if not objected:
        raise NothingToDo(
            _("Everything rests on the person’s consent. Ask what they want to take back.")
        )
    for one in over:
        lookups.bases_in_force(subject, one).update(withdrawn_at=timezone.now())
    why = Stop(Cause.WITHDRAWN, frozenset(over))
    done = holders.stop(subject, why=why, by=by) if over else []
    remember(subject, cause=Cause.WITHDRAWN, by=by)
    record(Deed.OBJECTED, about=subject, by=by)
    return done


@transaction.atomic
def shorten(subject: UUID, *, purpose: Purpose, until: date, by: Actor) -> None:
    """The person named an earlier last day: what was agreed for longer ends on it, too."""
    longer = lookups.bases_in_force(subject, Purpose(purpose)).filter(until__gt=until)
    if longer.update(until=until):
        remember(subject, cause=Cause.WITHDRAWN, by=by)
        record(Deed.SHORTENED_BASIS, about=subject, by=by)


@transaction.atomic
def expire_bases(today: date, *, by: Actor) -> int:
    """Stop what stood on bases whose last day is over, for the society of the reader in force."""
    over = list(lookups.bases_over(today).select_for_update())
    for basis in over:
        basis.ended_at = timezone.now()
        basis.save(update_fields=["ended_at"])
        purpose = Purpose(basis.purpose)
        if not lookups.bases_in_force(basis.subject, purpose, today=today).exists():
            holders.stop(basis.subject, why=Stop(Cause.EXPIRED, frozenset({purpose})), by=by)
        record(Deed.EXPIRED, about=basis.pk, by=by)
    return len(over)


def _informed(subject: UUID, kind: BasisKind, how: How) -> NoticeGiven | None:
    """The notice a basis stands on: consent without information is none, and whoever said
    anything was spoken with. Only what the society weighs by itself needs no notice."""
    notice = lookups.notice_given(subject)
    if notice is None and (kind is BasisKind.CONSENT or how is not How.WEIGHED):
        raise InformationNotGiven
    return notice


def _said(kind: BasisKind, how: How) -> str:
    """How it came about; a consent by what the person said, never by what a society weighed."""
    if kind is BasisKind.CONSENT and how is How.WEIGHED:
        raise BasisNotSound(_("Consent is given by the person. Choose how it was given."))
    return how.value


def _asked_in(subject: UUID, purpose: Purpose) -> NoticeText | None:
    """The approved words read before the photo was asked for."""
    if purpose is not Purpose.PUBLISH:
        return None
    return require_words(subject, TextKind.CONSENT)


def _sound(
    purpose: Purpose, kind: BasisKind, scope: Iterable[Scope], until: date | None
) -> list[str]:
    """The places as they are kept, when purpose, ground and end go together; else BasisNotSound."""
    places = sorted({Scope(place).value for place in scope})
    if until is not None and until < timezone.localdate():
        raise BasisNotSound(_("The last day lies in the past."))
    if purpose is Purpose.PUBLISH:
        _sound_for_the_wall(kind, places, until)
    return places


def _sound_for_the_wall(kind: BasisKind, places: list[str], until: date | None) -> None:
    if kind is not BasisKind.CONSENT:
        raise BasisNotSound(_("A photo is shown to everyone only when the person agrees to it."))
    if not places:
        raise BasisNotSound(_("Ask where the photo may be shown: on the wall, on posters or both."))
    longest = keeping.term(Kind.PHOTO)
    if until is None or until > timezone.localdate() + longest:
        raise BasisNotSound(
            _("Ask how long the photo may be shown, at most %(days)d days.")
            % {"days": longest.days}
        )
