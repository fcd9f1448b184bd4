"""Erasure: rows and keys at once, the ledger when the database agreed, the rest until done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import holders, jobs, lookups
from kintrace.protection.lookups.rights import every_request
from kintrace.protection.models import Erasure
from kintrace.protection.purposes import WhyErased
from kintrace.protection.refusals import NothingToDo
from kintrace.protection.turns import be_alone_with
from kintrace.vault.actions import erase_file
from kintrace.vault.reader import reader_in_force
from kintrace.work.once import once

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.holders import Gone


@transaction.atomic
def erase(subject: UUID, *, by: Actor, why: WhyErased) -> list[str]:
    """Delete all that is kept of a subject, and the keys of the files it was in.

    Answers what each folder did. Copies die with the key: the ledger has files and subjects once
    this is committed, and a backup that is restored is cleaned by it. Raises NothingToDo.
    """
    be_alone_with(subject)
    if lookups.is_erased(subject):
        raise NothingToDo(_("Everything about this person was erased before."))
    gone = _of_everyone(subject, by)
    files = {file for one in gone.values() for file in one.files if not lookups.is_in_use(file)}
    for file in files:
        erase_file(file)
    for erased in gone:
        if lookups.is_erased(erased):  # a person sought, whom somebody erased alone before
            continue
        _note(erased, files if erased == subject else set(), why=why, by=by)
        record(Deed.ERASED, about=erased, by=by)
    transaction.on_commit(partial(jobs.note_in_ledger, sorted(files)))
    transaction.on_commit(partial(jobs.note_erased, by.society_id, sorted(gone)))
    transaction.on_commit(partial(once, jobs.finish_erasures))
    return [sentence for one in gone.values() for sentence in one.sentences]


def _of_everyone(subject: UUID, by: Actor) -> dict[UUID, Gone]:
    """The subject first, then whoever goes along, each once."""
    gone: dict[UUID, Gone] = {}
    waiting = [subject]
    while waiting:
        following = waiting.pop(0)
        if following not in gone:
            be_alone_with(following)
            gone[following] = holders.erase(following, by=by)
            waiting += gone[following].along
    return gone


def _note(subject: UUID, files: set[UUID], *, why: WhyErased, by: Actor) -> None:
    Erasure.objects.create(
        society_id=by.society_id,
        subject=subject,
        why=WhyErased(why).value,
        files=sorted(str(file) for file in files),
        asked_by=by.pk,
        finished=None if files else timezone.now(),
    )


@transaction.atomic
def erase_keys(files: Collection[UUID]) -> None:
    """Delete the keys of files that nothing needs any more; the ledger has them once this is
    committed, so that no copy brings them back."""
    for file in files:
        erase_file(file)
    transaction.on_commit(partial(jobs.note_in_ledger, sorted(files)))


@transaction.atomic
def discard(subject: UUID, *, files: Collection[UUID]) -> None:
    """Forget a person whose draft became no case: the keys, the notice, the answers.

    What is on hold stays until the protection team has decided, two years at most (`ending.py`).
    The caller records the deed.
    """
    erase_keys(files)
    if not lookups.is_held(subject):
        forget_rows(subject)
        society = reader_in_force().society
        transaction.on_commit(partial(jobs.note_erased, society, [subject]))


def forget_rows(subject: UUID) -> int:
    """Delete this folder's own rows of a subject; answers how many. Part of `erase`."""
    _forget_words(subject)
    rows = (lookups.every_basis(subject), *lookups.other_rows(subject))
    return sum(found.delete()[0] for found in rows)


def _forget_words(subject: UUID) -> None:
    """That somebody asked for their rights stays for its time, and nothing of what was said."""
    for request in every_request(subject).select_for_update():
        request.identity = request.longer_because = request.outcome = request.boxed = None
        request.save(update_fields=["identity", "longer_because", "outcome", "boxed"])
