"""Before anybody is served from a backup: every erasure again, and nothing stands where others see.

The ledger knows who was erased since, and of whom something was said for their safety; what it
was is lost. So every face comes down and every paper before a partner ends, putting one up again
takes two, and of whom something was said since is put on hold until somebody asked again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from kintrace.audit.actions import record
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.network.actions import take_again
from kintrace.network.lookups import societies_in_care
from kintrace.operations.opening import NotRestored
from kintrace.operations.said_since import keep_safe, lost_since, said_of, said_since
from kintrace.protection import actions, holders, lookups
from kintrace.protection.jobs import ERASED
from kintrace.protection.purposes import ELSEWHERE, Cause, WhyErased
from kintrace.vault import ledger, safe_files
from kintrace.vault.actions import erase_file
from kintrace.vault.fields import Sealed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from kintrace.network.models import Society
    from kintrace.vault.ledger import Said


@dataclass
class Replayed:
    """What was done again: rows and persons erased, people on hold, members shut out.

    unknown: by society, what was said since of people whom the backup does not know. A society is
    its code, or its id where the backup does not know it either.
    """

    back: int = 0
    held: int = 0
    out: int = 0
    unknown: dict[str, dict[UUID, set[str]]] = field(default_factory=dict)


def replay(*, made: datetime) -> Replayed:
    """Erase again who was erased since the backup, take down what stands where others see it, and
    hold everybody of whom something was said since it was made, and take from members again what
    was taken from them.

    Safe to run twice. Each society is a transaction of its own. Raises NotRestored, LedgerBroken.
    """
    known, done = ledger.read(), Replayed()
    since, here = said_since(made, known.said), societies_in_care()
    for society in here:
        _replay_in(society, known, since, done)
    for file in known.files:
        safe_files.drop(file=file)
    known_here = {society.pk for society in here}
    strangers = [one for one in since if one.society not in known_here and one.code in Cause.values]
    for society_id in {one.society for one in strangers}:
        done.unknown[str(society_id)] = said_of(strangers, society=society_id)
    return done


def _replay_in(society: Society, known: ledger.Whole, since: list[Said], done: Replayed) -> None:
    with reading_as(society.pk), transaction.atomic():
        by = Machine(society.pk)
        back = _erase_again(society.pk, known, by)
        for person in holders.elsewhere():
            holders.stop(person, why=holders.Stop(Cause.RESTORED, ELSEWHERE), by=by)
        held, unknown = keep_safe(society, since, by=by)
        out = take_again(society, lost_since(since, society=society.pk), by=by)
        record(Deed.RESTORED, about=society.pk, by=by)
    done.back += back
    done.held += held
    done.out += out
    if unknown:
        done.unknown[society.code] = unknown


def _erase_again(society: UUID, known: ledger.Whole, by: Machine) -> int:
    persons = _to_erase(society, known)
    for person in persons:
        if not lookups.is_erased(person):  # it went along with one before it
            actions.erase(person, by=by, why=WhyErased.BEFORE)
    rows = _delete_what_is_left(known.files)
    for file in known.files:
        erase_file(file)
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
