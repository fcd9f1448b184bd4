"""Who was found in a search, and how far it has come: read through the key of the case's file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.card import Wish
from kintrace.cases.finding import Compared, Proof, Verdict, is_enough
from kintrace.cases.lookups import afar
from kintrace.cases.lookups.afar import FOUND, Afar, Whom, afar_for, afar_of, home_of, mark_in
from kintrace.cases.lookups.many import beside
from kintrace.cases.models import Incoming, Located, Outcome, Release, Sought, Whereabouts
from kintrace.cases.outcomes import Result
from kintrace.people.lookups import people_of
from kintrace.protection.lookups import (
    bases_in_force,
    ever_held,
    every_entry_about,
    is_erased,
    not_with,
)
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of, print_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.models import Case, Choice, Judgement
    from kintrace.cases.models import Proof as ProofRow
    from kintrace.network.models import Member

OF_AGE = 18


def sought_for(member: Member, sought_id: UUID) -> Sought:
    """A person sought of the member's society of whom anything is known, or 404."""
    rows = Sought.objects.filter(society_id=member.society_id).select_related("case")
    one: Sought = get_object_or_404(rows, pk=sought_id)
    if is_erased(one.subject):
        raise Http404
    return one


def whom_for(member: Member, pk: UUID) -> Whom:
    """A person sought by the member's society, or one whom it searches for another; or 404."""
    own = Sought.objects.filter(pk=pk, society_id=member.society_id).exists()
    return sought_for(member, pk) if own else afar_for(member, pk)


def mark_for(sought: Whom) -> UUID:
    """Where a finding of this person stands; only who can open the case's file knows, or, of a
    search for another society, the copy's."""
    if isinstance(sought, Afar):
        return mark_in(sought.transfer, FOUND)
    return mark_of(sought.pk, file=sought.file, purpose=FOUND)


def located_of(sought: Whom) -> Located | None:
    return Located.objects.filter(mark=mark_for(sought)).first()


def located_known_as(subject: UUID) -> Located | None:
    """The finding of a found person in the reader's society, by their own number."""
    return Located.objects.filter(society_id=reader_in_force().society, subject=subject).first()


def found_among(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects who were found in the reader's society."""
    rows = Located.objects.filter(society_id=reader_in_force().society, subject__in=list(subjects))
    return frozenset(rows.values_list("subject", flat=True))


def sought_behind(located: Located) -> Sought | None:
    """The person sought by our own society whom a found person is. Raises KeyNotAtHand."""
    rows = Sought.objects.filter(society_id=located.society_id).select_related("case")
    return rows.filter(pk=UUID(located.found["sought"])).first()


def whom_behind(located: Located) -> Whom | None:
    """The same, or whom another society seeks. Raises KeyNotAtHand."""
    own = sought_behind(located)
    if own is not None:
        return own
    rows = Incoming.objects.filter(society_id=located.society_id)
    asked = rows.filter(pk=UUID(located.found["sought"])).first()
    return afar_of(asked) if asked else None


def sought_of_subject(subject: UUID) -> list[Sought]:
    """The persons sought by an enquirer, or the one who is sought under this number."""
    rows = Sought.objects.filter(society_id=reader_in_force().society)
    return list(rows.filter(Q(subject=subject) | Q(case__subject=subject)).select_related("case"))


def whereabouts_of(located: Located) -> list[Whereabouts]:
    """One, or none."""
    return list(Whereabouts.objects.filter(located=located).select_related("by"))


def releases_of(located: Located) -> list[Release]:
    """One, or none."""
    if Located.release.is_cached(located):  # laid out with others, for a list
        return [one] if (one := getattr(located, "release", None)) else []
    return list(Release.objects.filter(located=located).select_related("by"))


def finding_of(sought: Whom) -> Finding:
    return Finding(sought, located_of(sought))


@dataclass(frozen=True, repr=False)
class Finding:
    """What is known of one person sought who was found, or was not: `located` is None then."""

    sought: Whom
    located: Located | None

    @property
    def case(self) -> Case:
        return self.sought.case

    @property
    def is_afar(self) -> bool:
        """Found for another society: the family is theirs."""
        return isinstance(self.sought, Afar)

    @property
    def _searched_for(self) -> tuple[UUID, UUID]:
        """Who searches, and who is sought, under the number of that search."""
        return afar.search_of(self.sought).subject, self.sought.subject

    @property
    def _own(self) -> tuple[UUID, ...]:
        """The found person's own number."""
        return (self.located.subject,) if self.located else ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whose safety counts: who searches, who is sought, and that one as found."""
        return (*self._searched_for, *self._own)

    @cached_property
    def choices(self) -> list[Choice]:
        return beside(self.located, "choices", who="by") if self.located else []

    @property
    def choice(self) -> Choice | None:
        """The newest answer: the one that counts."""
        return self.choices[-1] if self.choices else None

    @property
    def wish(self) -> Wish | None:
        return Wish(self.choice.wish["wish"]) if self.choice else None

    @cached_property
    def proofs(self) -> list[ProofRow]:
        return list(self.located.proofs.all()) if self.located else []

    @property
    def compared(self) -> list[Proof]:
        """The proofs in the words of the ladder."""
        return [
            Proof(
                one.rung["rung"],
                one.rung["compared"] or Compared.UNSURE,
                one.seeker_by_id != one.found_by_id,
            )
            for one in self.proofs
        ]

    @cached_property
    def judgements(self) -> list[Judgement]:
        return beside(self.located, "judgements", who="by") if self.located else []

    def _newest(self, about: str) -> Judgement | None:
        return next((one for one in self.judgements[::-1] if one.judged["about"] == about), None)

    @property
    def verdict(self) -> Judgement | None:
        return self._newest("verification")

    @property
    def vouched(self) -> Judgement | None:
        """What the society that asked decided of its side: whether this is the family."""
        return self._newest("family")

    @property
    def is_vouched(self) -> bool:
        return self.vouched is not None and self.vouched.judged["says"] == Verdict.VERIFIED

    @property
    def is_verified(self) -> bool:
        """Somebody decided so, and what is written down still carries it."""
        if self.verdict is None or self.verdict.judged["says"] != Verdict.VERIFIED:
            return False
        return is_enough(self.compared, careful=self.is_careful)

    @property
    def seconded(self) -> Judgement | None:
        """The second member's yes to the choice and the verdict in force; for a page to show."""
        signed, verdict, choice = self._newest("release"), self.verdict, self.choice
        if signed is None or verdict is None or choice is None or not signed.judged["says"]:
            return None
        newer = signed.at > verdict.at and signed.at > choice.at
        return signed if newer and signed.by_id not in {verdict.by_id, choice.by_id} else None

    @property
    def signature(self) -> Judgement | None:
        """The same, while nobody told a worry since. What is decided goes by this; no page shows
        it, for it would say that there is a hold (decision 024)."""
        signed = self.seconded
        return signed if signed and signed.judged["worries"] == self.worried else None

    @property
    def is_careful(self) -> bool:
        """Somebody may be a child or in danger: a second member agrees, and two ask apart.

        No page says so by itself: it would tell that there was a hold (decision 024).
        """
        if isinstance(self.sought, Afar) and self.sought.is_for_a_child:
            return True
        with home_of(self.sought):
            seeker_is_child = self._is_of_age(afar.search_of(self.sought).subject) is False
        return not self.is_of_age or seeker_is_child or bool(self.worries)

    @staticmethod
    def _is_of_age(subject: UUID) -> bool | None:
        """By the least age that was told; None where nothing was."""
        person = people_of([subject]).get(subject)
        birth = person.told.birth if person else None
        return birth.youngest(timezone.localdate()) >= OF_AGE if birth else None

    @property
    def is_of_age(self) -> bool:
        """Whether the person found is 18 by all that was told."""
        with home_of(self.sought):
            return self._is_of_age(self.sought.subject) is True

    @property
    def worries(self) -> list[str]:
        """What anybody said for safety, as codes. Something new asks for a new signature."""
        with home_of(self.sought):
            theirs = self._told_for_safety(self._searched_for)
        return sorted([*theirs, *self._told_for_safety(self._own)])

    @property
    def worried(self) -> str:
        """The same as a mark to compare: whom the other side fears is written into no file here."""
        told = "\n".join(self.worries)
        if self.located is None or not told:
            return ""
        return print_of(told, file=self.located.file, purpose="worries")

    @staticmethod
    def _told_for_safety(people: tuple[UUID, ...]) -> list[str]:
        holds = [f"hold {pk}" for pk in ever_held(people)]
        named = [json.dumps(not_with(one).to_json()) for one in people if not_with(one)]
        entries = [f"entry {entry.pk}" for one in people for entry in every_entry_about(one)]
        return [*holds, *named, *entries]

    @property
    def whereabouts(self) -> Whereabouts | None:
        return next(iter(whereabouts_of(self.located)), None) if self.located else None

    @property
    def release(self) -> Release | None:
        return next(iter(releases_of(self.located)), None) if self.located else None

    @property
    def may_be_reached(self) -> bool:
        """The person agreed to be reached, and did not take it back."""
        if self.located is None:
            return False
        return bases_in_force(self.located.subject, Purpose.CONTACT).exists()

    @property
    def outcome(self) -> Outcome | None:
        """The newest outcome of the search for this person; of another society's none is here."""
        if isinstance(self.sought, Afar):
            return None
        every: list[Outcome] = beside(self.sought, "outcomes", who="told_by")
        return every[-1] if every else None

    @property
    def result(self) -> Result | None:
        return Result(self.outcome.outcome) if self.outcome else None
