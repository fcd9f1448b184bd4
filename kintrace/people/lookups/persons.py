"""The only door to descriptions of persons: by subject, under the reader in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404

from kintrace.people.models import Person
from kintrace.people.told import Place, PlaceKind, Role, Source, Told
from kintrace.ui.countries import countries
from kintrace.ui.tongues import own_name
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True, repr=False)
class Telling:
    """What was told once, when, and which member wrote it down; why, where it was told anew."""

    told: Told
    at: datetime
    by: UUID
    why: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Description:
    """A person as told: `told` is the telling in force and carries every variant of the name."""

    id: UUID
    subject: UUID
    file: UUID
    told: Told
    tellings: tuple[Telling, ...]

    @property
    def name_rows(self) -> list[tuple[str, list[str]]]:
        """The names for a page: label of a part, then every text told for it, newest first."""
        parts = [part for name in self.told.names for part in name]
        labels = [str(one.label) for one in (*Role, Source.ROUTE_ALIAS)]
        rows = (
            (label, list(dict.fromkeys(part.text for part in parts if part.label == label)))
            for label in labels
        )
        return [(label, texts) for label, texts in rows if texts]

    @property
    def languages(self) -> list[str]:
        """The languages for a page, each by its own name."""
        return [own_name(code) for code in self.told.languages]

    @property
    def places(self) -> list[tuple[str, str]]:
        """The places for a page: what the place is to the person, and its name as told."""
        return [(str(PlaceKind(one.kind).label), place_name(one)) for one in self.told.places]

    def __repr__(self) -> str:
        return f"<description {self.id}>"


def place_name(place: Place) -> str:
    """As told; where only a country was chosen, its name in the reader's language."""
    return place.said or dict(countries()).get(place.country, place.country)


def person_of(subject: UUID) -> Description:
    """The description of a subject; 404 when there is none in the reader's society."""
    person = _ours().filter(subject=subject).first()
    if person is None:
        raise Http404
    return _described(person)


def file_of(subject: UUID) -> UUID | None:
    """In which file a subject is described, if at all; needs no key, for who is to be erased."""
    person = _ours().filter(subject=subject).first()
    return person.file if person else None


def people_of(subjects: Iterable[UUID]) -> dict[UUID, Description]:
    """Descriptions by subject, for a list; who is not written down is not in it."""
    found = list(_ours().filter(subject__in=list(subjects)))
    reader_in_force().take({person.file for person in found})
    return {person.subject: _described(person) for person in found}


def written_down(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects of whom there is a description; opens none."""
    rows = _ours().filter(subject__in=list(subjects))
    return frozenset(rows.values_list("subject", flat=True))


def names_told_of(subject: UUID) -> frozenset[str]:
    """Every word ever told as a part of the name, in any script; none for who is not known."""
    known = people_of([subject]).get(subject)
    tellings = known.tellings if known else ()
    names = (name for telling in tellings for name in telling.told.names)
    return frozenset(word for name in names for part in name for word in part.text.split())


def _ours() -> QuerySet[Person]:
    return Person.objects.filter(society_id=reader_in_force().society)


def _described(person: Person) -> Description:
    tellings = tuple(_telling(one) for one in person.told)
    return Description(person.pk, person.subject, person.file, tellings[-1].told, tellings)


def _telling(kept: dict[str, Any]) -> Telling:
    told, at = Told.from_json(kept["told"]), datetime.fromisoformat(kept["at"])
    return Telling(told, at, UUID(kept["by"]), kept.get("why", ""))
