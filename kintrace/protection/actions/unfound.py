"""The register of who does not want to be found, and the searches it stops in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.protection import holders, lookups
from kintrace.protection.actions.notices import require_notice
from kintrace.protection.actions.safeguards import remember
from kintrace.protection.holders import Stop
from kintrace.protection.models import Compared, DoNotFind
from kintrace.protection.purposes import SHOWS, Cause
from kintrace.protection.refusals import NeedsSecondEye, NothingToDo
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member


@transaction.atomic
def register_do_not_find(subject: UUID, *, told: dict[str, str], by: Actor) -> list[str]:
    """Write down that a person does not want to be found; answers what came down for it.

    `told` is who they are and by whom they do not want to be found, in their words. Nobody is told
    whether anybody searches. Raises InformationNotGiven, NothingToDo, AlreadyErased.
    """
    require_notice(subject)
    if not any(words.strip() for words in told.values()):
        raise NothingToDo(_("Write who the person is, and who must not find them."))
    entry = DoNotFind(society_id=by.society_id, subject=subject, registered_by=by.pk)
    entry.told = told
    entry.save(force_insert=True)
    done = holders.stop(subject, why=Stop(Cause.DO_NOT_FIND, SHOWS), by=by)
    remember(subject, cause=Cause.DO_NOT_FIND, by=by)
    record(Deed.REGISTERED_DO_NOT_FIND, about=entry.pk, by=by)
    return done


@transaction.atomic
def keep_apart(entry: DoNotFind, *, sought: UUID, by: Member) -> None:
    """The person sought is the one of the entry: the search for them finds nothing from now on.

    The deed is about the entry, so that nobody who follows the case sees that something was done.
    """
    _of_the_team(by)
    write_about(sought)
    Compared.objects.create(
        society_id=by.society_id, subject=sought, apart=entry, compared_by=by.pk
    )
    holders.stop(sought, why=Stop(Cause.DO_NOT_FIND), by=by)
    remember(sought, cause=Cause.DO_NOT_FIND, by=by)
    record(Deed.KEPT_APART, about=entry.pk, by=by)


@transaction.atomic
def compared(subject: UUID, *, by: Member) -> None:
    """A person sought was held beside the whole register and is none of it."""
    _of_the_team(by)
    write_about(subject)
    row = Compared.objects.create(society_id=by.society_id, subject=subject, compared_by=by.pk)
    record(Deed.COMPARED, about=row.pk, by=by)


@transaction.atomic
def compare_anew(subject: UUID) -> None:
    """Something else is told of a person sought: that the person of before was none of the register
    says nothing of this one. Who was found in it stays kept apart."""
    write_about(subject)
    own = Compared.objects.filter(society_id=reader_in_force().society, subject=subject)
    own.filter(apart=None).delete()


@transaction.atomic
def end_do_not_find(entry: DoNotFind, *, because: str, by: Member) -> None:
    """The person takes the wish back: searches for them may find them again.

    Somebody may have made them say so, therefore another member than who wrote it down asks them
    alone and decides. Raises NoRight, NeedsSecondEye, NothingToDo.
    """
    _of_the_team(by, Right.SEE_REGISTER)
    entry = DoNotFind.objects.select_for_update().get(pk=entry.pk)
    if entry.ended_at is not None:
        raise NothingToDo(_("This entry was ended already."))
    if entry.registered_by == by.pk:
        raise NeedsSecondEye(
            _("You wrote this entry yourself. Another member of the protection team must end it.")
        )
    if not because.strip():
        raise NothingToDo(_("Write how you know that the person wants this."))
    entry.ended_at, entry.ended_by = timezone.now(), by.pk
    entry.ended_because = because
    entry.save(update_fields=["ended_at", "ended_by", "ended_because"])
    record(Deed.ENDED_DO_NOT_FIND, about=entry.pk, by=by)


def forget_words(subject: UUID) -> None:
    """Part of erasing a person: the words of their entries go, also of those that were ended; what
    the others stop stays stopped."""
    lookups.every_entry_about(subject).update(told=None, ended_because=None)


def _of_the_team(by: Member, right: Right = Right.KEEP_APART) -> None:
    if not has(by, right):
        raise NoRight(_("Only the protection team works with this register."))
