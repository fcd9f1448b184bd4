"""What is known of the fate of a person sought: read through the key of the case's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases.fates import MAY_BE_TOLD, Standing
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.lookups.transfers import texts_of, transfers_of
from kintrace.cases.models import Fate, Sought
from kintrace.cases.transfers import Text
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from kintrace.cases.lookups.transfers import Said
    from kintrace.cases.models import FateWord, Telling
    from kintrace.cases.outcomes import Result
    from kintrace.network.models import Member

MARKED = "fate"


def fate_mark(sought: Sought) -> UUID:
    """Where the fate of this person stands; only who can open the case's file knows."""
    return mark_of(sought.pk, file=sought.file, purpose=MARKED)


def fate_of(sought: Sought) -> KnownFate:
    return KnownFate(sought, Fate.objects.filter(mark=fate_mark(sought)).first())


def death_told_afar(sought: Sought) -> Said | None:
    """The newest that a society which searches for us said of this person's death; None where
    nobody did, and while the box is shut."""
    out = [one for one in transfers_of(sought.case) if one.subject == sought.subject]
    every = [said for one in out for said in texts_of(one.pk, Text.RESULT) if said.sure]
    return max(every, key=lambda said: said.at, default=None)


def fates_waiting(member: Member) -> list[KnownFate]:
    """Of the society: something was told, and something of it still waits."""
    rows = list(Fate.objects.filter(society_id=member.society_id, is_over=False))
    reader_in_force().take({one.file for one in rows})
    theirs = Sought.objects.filter(society_id=member.society_id).select_related("case")
    every = {one.pk: one for one in theirs.filter(pk__in=[UUID(row.whose["pk"]) for row in rows])}
    pairs = [(every.get(UUID(row.whose["pk"])), row) for row in rows]
    return [KnownFate(sought, row) for sought, row in pairs if sought is not None]


@dataclass(frozen=True, repr=False)
class KnownFate:
    """What was told of one person's fate; `fate` is None where nobody told anything."""

    sought: Sought
    fate: Fate | None

    @cached_property
    def words(self) -> list[FateWord]:
        return list(self.fate.words.select_related("by")) if self.fate else []

    @property
    def word(self) -> FateWord | None:
        """The newest: the one that counts."""
        return self.words[-1] if self.words else None

    @property
    def standing(self) -> Standing | None:
        return Standing(self.word.step["standing"]) if self.word else None

    @property
    def first_word(self) -> FateWord | None:
        """The allegation that counts: the newest of them."""
        told = [one for one in self.words if one.step["standing"] == Standing.ALLEGED]
        return told[-1] if told else None

    @property
    def may_be_told(self) -> Result | None:
        """The one outcome of a death that the family may hear."""
        return MAY_BE_TOLD.get(self.standing) if self.standing else None

    @cached_property
    def tellings(self) -> list[Telling]:
        return list(self.fate.tellings.select_related("by")) if self.fate else []

    @property
    def telling(self) -> Telling | None:
        """The newest plan since the allegation that counts."""
        first, newest = self.first_word, self.tellings[-1:]
        return next((one for one in newest if first and one.at >= first.at), None)

    @property
    def heard(self) -> Telling | None:
        """The newest plan of which the family was told, whatever was written down since."""
        return next((one for one in self.tellings[::-1] if one.plan["told"]), None)

    @property
    def is_misled(self) -> bool:
        """The family heard of a death, it is not so, and nobody spoke with them since: they are
        not forgotten, whatever else is said meanwhile."""
        heard = self.heard
        if heard is None or heard.plan.get("put_right"):
            return False
        later = [one for one in self.words if one.at >= heard.at]
        return any(one.step["standing"] == Standing.NOT_SO for one in later)

    @property
    def next_talk(self) -> date | None:
        """When somebody speaks again with a family that was told; None where nothing waits."""
        if self.is_misled:
            return timezone.localdate()
        if self.heard is None or self.heard.plan["followed"]:
            return None
        return date.fromisoformat(self.heard.plan["again"])

    @property
    def is_over(self) -> bool:
        """Nothing of it waits: the family was told as planned, or there is nothing to tell."""
        settled = self.standing in {None, Standing.NOT_SO} or self.day_of("told") is not None
        return settled and self.next_talk is None

    def day_of(self, name: str) -> date | None:
        """A day of the plan: `day`, `again`, `told` or `followed`; None while it did not come."""
        said = self.telling.plan[name] if self.telling else ""
        return date.fromisoformat(said) if said else None


def read_fate(row: FateWord | Telling) -> dict[str, str] | None:
    """The words of a step or of a plan; None while the box is shut."""
    return unless_shut(lambda: dict(row.words))


def read_after(row: Telling) -> str | None:
    """What was spoken of afterwards; None while the box is shut, or nobody spoke yet."""
    return unless_shut(lambda: row.after)
