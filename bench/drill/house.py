"""What is backed up: cases as they lie in service, a few of them made by the real actions.

Rows in bulk are real rows under real keys (tests/crowd.py), each with the notice that was given and
three entries of the audit; one case in a hundred has a sealed photo. What people do in pages is
done for the few whose faces hang on the wall.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.utils import timezone

from kintrace.audit import chain
from kintrace.audit.actions import record
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry, Head
from kintrace.cases.actions import faces
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.tests.cast import enlist, found
from kintrace.people.lookups import person_of
from kintrace.protection.lookups import text_in_force
from kintrace.protection.models import NoticeGiven
from kintrace.protection.purposes import Channel
from kintrace.vault import keyring, safe_files
from kintrace.vault.reader import reading_as
from tests.crowd import crowd

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from kintrace.network.models import Society

DEEDS_A_CASE = 3
ON_THE_WALL = 5
PHOTO_OF_EVERY = 100  # cases
PHOTO = 30_000  # bytes
AT_ONCE = 2000


@dataclass
class Filled:
    """A network of two societies, and one beside them whose audit will be tampered with."""

    scene: Scene
    cases: dict[UUID, list[UUID]] = field(default_factory=dict)  # by society
    audited: UUID = field(default_factory=uuid4)

    def some(self, number: int, dice: random.Random) -> list[tuple[UUID, UUID]]:
        """Cases by chance, each with its society."""
        every = [(society, case) for society, ids in self.cases.items() for case in ids]
        return dice.sample(every, min(number, len(every)))


def fill(cases: int, *, audited: int, told: int = 1) -> Filled:
    """So many cases, three of four in one society; `audited`: entries of the society beside;
    `told`: of every so many one was given the notice."""
    scene = build_scene("NM")
    other = found("BG")
    filled = Filled(scene)
    _hang_faces(scene)
    first = cases * 3 // 4
    for society, number, hand in (
        (scene.society, first, scene.alma),
        (other, cases - first, enlist(other)),
    ):
        filled.cases[society.pk] = crowd(society, number, handlers=[hand, None])
        _tell(scene, society, filled.cases[society.pk][::told], by=hand.pk)
        _note(society, filled.cases[society.pk], by=hand.pk)
    filled.audited = found("CH").pk
    lengthen(filled.audited, [uuid4() for _ in range(audited)], by=uuid4())
    return filled


def _hang_faces(scene: Scene) -> None:
    """Opened, proposed, approved and hung by members, as in service."""
    people = [PEOPLE[place % len(PEOPLE)] for place in range(ON_THE_WALL)]
    with scene.acting(scene.alma):
        opened = [playing.open_a_case(person, by=scene.alma) for person in people]
        for place, (case, person) in enumerate(zip(opened, people, strict=True)):
            playing.propose(case, person, seed=place + 1, by=scene.alma)
    with scene.acting(scene.omar):
        for case in opened:
            playing.approve(case, by=scene.omar)
            faces.put_on_wall(case, by=scene.alma)


def _tell(scene: Scene, society: Society, cases: Sequence[UUID], *, by: UUID) -> None:
    """Who was informed."""
    with reading_as(scene.society.pk):
        text = text_in_force(scene.society.pk, "en")
    for begun in range(0, len(cases), AT_ONCE):
        some = cases[begun : begun + AT_ONCE]
        with reading_as(society.pk):
            rows = dict(Case.objects.filter(pk__in=some).values_list("pk", "subject"))
            given = {"text": text, "channel": Channel.READ_ALOUD.value, "given_by": by}
            NoticeGiven.objects.bulk_create(
                NoticeGiven(society=society, subject=subject, **given) for subject in rows.values()
            )


def _note(society: Society, cases: Sequence[UUID], *, by: UUID) -> None:
    """What was done, and a photo here and there."""
    for case in cases[::PHOTO_OF_EVERY]:
        with reading_as(society.pk):
            file = Case.objects.get(pk=case).file
            safe_files.keep(secrets.token_bytes(PHOTO), file=file, name="photo.jpg")
    lengthen(society.pk, [case for case in cases for _ in range(DEEDS_A_CASE)], by=by)


def lengthen(society: UUID, about: Sequence[UUID], *, by: UUID) -> None:
    """Entries of the audit under the society's key, chained as `record` chains them."""
    with reading_as(society):
        record(Deed.READ_CASE, about=uuid4(), by=Machine(society))
        head = Head.objects.get(society=society)
        with keyring.borrowed(society, keyring.AUDIT) as key:
            Entry.objects.bulk_create(_entries(society, head, key, about, by), batch_size=AT_ONCE)
            head.seal = chain.head_seal(key, society=society, seq=head.seq, mac=bytes(head.mac))
        head.save(update_fields=["seq", "mac", "seal"])


def _entries(
    society: UUID, head: Head, key: bytearray, about: Sequence[UUID], by: UUID
) -> Iterator[Entry]:
    begun, deed = timezone.now(), Deed.READ_CASE.value
    for place, one in enumerate(about):
        row, prev, at = uuid4(), bytes(head.mac), begun + timedelta(microseconds=place)
        seq = head.seq + 1
        sealed = chain.Deeded(row.bytes, seq, at, by.bytes, deed, one.bytes, prev)
        head.seq, head.mac = seq, chain.entry_mac(key, society, sealed)
        said = {"actor": by, "deed": deed, "about": one, "prev": prev, "mac": head.mac}
        yield Entry(id=row, society=society, seq=seq, at=at, **said)


def opened(society: UUID, case: UUID) -> str:
    """All that a member would read of a case: words that are compared, and never printed."""
    with reading_as(society):
        row = Case.objects.get(pk=case)
        people = [row.subject, *row.sought.values_list("subject", flat=True)]
        told = [dict(person_of(subject).name_rows) for subject in people]
        return repr((row.reference, row.circumstances, told))
