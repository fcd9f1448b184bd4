"""Many cases at once, under real keys: rows as the actions leave them, without the hours.

For tests of lists and for measuring (bench/desk.py); what an action does is tested elsewhere.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from kintrace.cases.models import Case, Sought, Transfer
from kintrace.cases.reference import new_reference
from kintrace.cases.states import State
from kintrace.cases.transfers import Stand, Wish
from kintrace.people.models import Person
from kintrace.people.told import Part, Told
from kintrace.protection.purposes import BasisKind
from kintrace.vault import ciphers, keyring
from kintrace.vault.models import Slot
from kintrace.vault.reader import aad_of_slot, reader_in_force, reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kintrace.network.models import Desk, Member, Society

AT_ONCE = 500
GIVEN = ("Selam", "Yonas", "Luwam", "Omar", "Lina", "Mariam", "Yusuf", "Fatou", "عمر", "مريم")
FATHERS = ("Tesfay", "Haddad", "Noori", "Karwan", "Diallo", "Habte", "Petrenko", "حداد")
DAYS_AROUND = 90  # the next reviews lie so many days before today and after it, mostly after


def crowd(
    society: Society,
    cases: int,
    *,
    handlers: Sequence[Member | None],
    places: Sequence[Desk | None] = (None,),
    seed: int = 1,
) -> list[UUID]:
    """So many open cases of a society, one person sought in each; gives their ids."""
    dice, made = random.Random(seed), []  # noqa: S311 - the same town each time
    codes = set[str]()
    for begun in range(0, cases, AT_ONCE):
        with reading_as(society.pk):
            number = min(AT_ONCE, cases - begun)
            rows = [
                _case(society, dice.choice(handlers), dice.choice(places), codes, dice)
                for _ in range(number)
            ]
            _write(society, rows, dice)
            made += [row.pk for row in rows]
    return made


def another_code(society: str, given: set[str]) -> str:
    """A reference code that is not given yet: of a hundred thousand some would be drawn twice."""
    while (code := new_reference(society)) in given:
        pass
    given.add(code)
    return code


def _case(
    society: Society, handler: Member | None, place: Desk | None, codes: set[str], dice: Any
) -> Case:
    back = dice.randrange(700)
    return Case(
        file=uuid4(),
        society=society,
        reference=another_code(society.code, codes),
        subject=uuid4(),
        state=State.OPEN,
        handler=handler,
        desk=place,
        opened=timezone.now() - timedelta(days=back),
        next_review=timezone.localdate() + timedelta(days=dice.randint(-9, DAYS_AROUND)),
    )


def _write(society: Society, rows: list[Case], dice: Any) -> None:
    Slot.objects.bulk_create(_slots(society, rows))
    for row in rows:
        row.circumstances = {"reason": "conflict"}
    Case.objects.bulk_create(rows)
    sought = [
        Sought(file=row.file, case=row, society=society, subject=uuid4(), place=1) for row in rows
    ]
    for one in sought:
        one.relation = "brother"
        one.last_news = {"said": "In spring", "place": "A harbour", "heard": "phone"}
    Sought.objects.bulk_create(sought)
    told_of = [(row.file, row.subject) for row in rows] + [
        (one.file, one.subject) for one in sought
    ]
    Person.objects.bulk_create(_person(society, *one, dice) for one in told_of)


def with_another(society: Society, cases: Sequence[UUID], *, chosen: Society) -> None:
    """The search of each of these cases is with another society, which took it on; of what it was
    told nothing is kept."""
    now = timezone.now()
    out: dict[str, Any] = {
        "chosen": chosen,
        "receiver": chosen,
        "state": Stand.ACCEPTED,
        "wish": Wish.SEARCH,
        "answer_by": timezone.localdate() + timedelta(days=30),
        "ground_searcher": BasisKind.CONSENT,
        "ground_sought": BasisKind.PUBLIC_INTEREST,
        **dict.fromkeys(("checked", "sent", "accepted"), now),
    }
    with reading_as(society.pk):
        Transfer.objects.bulk_create(
            Transfer(
                file=uuid4(), society=society, case_id=case, subject=uuid4(), matter=uuid4(), **out
            )
            for case in cases
        )


def _slots(society: Society, rows: list[Case]) -> Iterator[Slot]:
    with keyring.borrowed(society.pk, keyring.SLOTS) as key:
        for row in rows:
            file_key = ciphers.new_key()
            wrapped = ciphers.seal(key, file_key, aad=aad_of_slot(row.file, society.pk))
            reader_in_force().put(row.file, file_key)
            yield Slot(file=row.file, society_id=society.pk, owner_id=society.pk, wrapped=wrapped)


def _person(society: Society, file: UUID, subject: UUID, dice: Any) -> Person:
    name = (Part("given", dice.choice(GIVEN)), Part("father", dice.choice(FATHERS)))
    telling = {
        "told": Told(names=(name,)).to_json(),
        "at": timezone.now().isoformat(),
        "by": str(uuid4()),
    }
    person = Person(file=file, society=society, subject=subject)
    person.told = [telling]
    return person
