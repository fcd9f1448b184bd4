"""What `protection` asks about the fate of a person sought, and about telling the family."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.fates import forget_fate
from kintrace.cases.fates import Standing
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.lookups import KnownFate
    from kintrace.cases.models import Telling


class OfFates(Quiet):
    """Stands before the part of the case: the way from there to a fate goes with it."""

    kind = "cases"

    @transaction.atomic
    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        """Of the person sought, or of all whom this enquirer seeks. No sentence says that there
        was anything."""
        files = set()
        for known in _fates_of(subject):
            if known.fate is not None:
                files.add(known.fate.file)
                record(Deed.ERASED, about=known.fate.pk, by=by)
                forget_fate(known)
        return Gone(files=frozenset(files))

    def copy(self, subject: UUID) -> list[Line]:
        """For the person who is said to have died. Who searches reads of a death nowhere before
        somebody sat beside them; what they heard then stands in the copy as what they were told."""
        own = [known for known in _fates_of(subject) if known.sought.subject == subject]
        return [line for known in own for line in _said_of(known)]

    def boxed(self, subject: UUID) -> list[Line]:
        """What was spoken of with a family after it was told."""
        theirs = [known for known in _fates_of(subject) if known.sought.subject != subject]
        told = [known.heard for known in theirs if known.heard]
        return [line for telling in told for line in _helped(telling)]

    def records(self, subject: UUID) -> list[UUID]:
        own = [known for known in _fates_of(subject) if known.sought.subject == subject]
        return [known.fate.pk for known in own if known.fate is not None]


def _fates_of(subject: UUID) -> Iterator[KnownFate]:
    """Of the person sought under this number, or of all whom this enquirer seeks."""
    for sought in lookups.sought_of_subject(subject):
        with suppress(KeyNotAtHand):  # of what nobody can open nothing is left to tell
            yield lookups.fate_of(sought)


def _said_of(known: KnownFate) -> Iterator[Line]:
    for row in known.words:
        day, said = date_format(row.at, "DATE_FORMAT"), Standing(row.step["standing"]).label
        words = _("%(day)s: %(words)s") % {"day": day, "words": said}
        yield Line(_("What others told us of what became of you"), words, Cover.CAUTION)


def _helped(telling: Telling) -> Iterator[Line]:
    yield Line(_("Who and what helps you, as we planned"), telling.words["support"], Cover.CAUTION)
    if telling.after:
        yield Line(_("What we spoke of with you afterwards"), telling.after, Cover.CAUTION)
