"""Before anybody is served from a backup: every erasure again, and nothing stands where others see.

The ledger knows who was erased since. Of who went into danger, took a consent back or was put on
hold since, nobody knows any more. So every face comes down and every paper before a partner ends;
putting one up again takes two, as always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from kintrace.audit.actions import record
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.network.lookups import societies_in_care
from kintrace.operations.restore import NotRestored
from kintrace.protection import actions, holders, lookups
from kintrace.protection.jobs import ERASED
from kintrace.protection.purposes import Cause, WhyErased
from kintrace.vault import ledger, safe_files
from kintrace.vault.actions import erase_file
from kintrace.vault.fields import Sealed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


def replay() -> int:
    """Erase again who was erased since the backup, and take down what stands where others see it.

    Answers how many erased rows and persons came back.
    Safe to run twice. Each society is a transaction of its own. Raises NotRestored, LedgerBroken.
    """
    known = ledger.read()
    back = sum(_replay_in(society.pk, known) for society in societies_in_care())
    for file in known.files:
        safe_files.drop(file=file)
    return back


def _replay_in(society: UUID, known: ledger.Whole) -> int:
    files = known.files
    with reading_as(society), transaction.atomic():
        by = Machine(society)
        persons = _to_erase(society, known)
        for person in persons:
            if not lookups.is_erased(person):  # it went along with one before it
                actions.erase(person, by=by, why=WhyErased.BEFORE)
        rows = _delete_what_is_left(files)
        for file in files:
            erase_file(file)
        for person in lookups.everybody_informed():
            holders.stop(person, why=holders.Stop(Cause.RESTORED), by=by)
        record(Deed.RESTORED, about=society, by=by)
    return len(persons) + rows


def _to_erase(society: UUID, known: ledger.Whole) -> list[UUID]:
    """Who is erased by the ledger and not here: by a file, or by their own id.

    Whoever the backup does not know is among them, so that they stay erased if somebody brings
    their record again.
    """
    named = {one.subject for one in known.said if one.code == ERASED and one.society == society}
    named -= set(lookups.erased_subjects())
    return sorted(named.union(lookups.subjects_in(known.files)))


def _delete_what_is_left(files: Collection[UUID]) -> int:
    """Drafts, papers, letters: rows of an erased file that are about nobody we know."""
    gone, waiting = 0, [model for model in apps.get_models() if issubclass(model, Sealed)]
    while waiting:
        held = []
        for model in waiting:
            try:
                gone += QuerySet(model).filter(file__in=files).delete()[0]
            except ProtectedError:  # by a row that goes in the next round
                held.append(model)
        if held == waiting:
            raise NotRestored("Rows of people who were erased are held by other rows.")
        waiting = held
    return gone
