"""Papers and a recording that lie in cases of the first desk: none says who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import files
from kintrace.cases.actions.files import Put
from kintrace.cases.file_words import FileKind
from kintrace.demo import papers
from kintrace.demo.network import searches
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.demo.network.houses import House


@dataclass(frozen=True)
class Kept:
    """What is put to the case of which course; of_sought: about the person sought alone."""

    course: Course
    kind: FileKind
    note: str
    make: Callable[[], bytes]
    of_sought: bool = False


KEPT = (
    Kept(
        Course.TRACING,
        FileKind.LETTER,
        "The last letter, sent from the port. The family keeps the original.",
        partial(
            papers.letter,
            "My dear ones,",
            "the ship has not come. We wait",
            "behind the salt store with the others.",
            "I have the green scarf on, so you",
            "will know me from far away.",
            "Do not sell the mill.",
        ),
        of_sought=True,
    ),
    Kept(
        Course.TRACING,
        FileKind.RECORDING,
        "The grandmother hums the song that all children of the house know.",
        papers.tune,
    ),
    Kept(
        Course.LEAD,
        FileKind.PHOTO,
        "The house before the flood, with what lightning left of the fig tree. Nobody is in it.",
        papers.old_house,
    ),
    Kept(
        Course.LEAD,
        FileKind.RELATION,
        "A neighbour tells how the two are related. It was read to him, and he agreed.",
        partial(
            papers.sheet,
            "What a neighbour told at the desk",
            "",
            "I lived beside the mill for thirty years.",
            "The two grew up in one house, as children of one mother.",
            "The elder taught the younger to swim in the mill pond.",
        ),
        of_sought=True,
    ),
    Kept(
        Course.REOPENED,
        FileKind.CONSENT,
        "Signed at the desk on the day on which the case was opened again.",
        partial(
            papers.sheet,
            "Agreement",
            "",
            "The search may go on. Nobody outside the society is told of it",
            "before I am asked again.",
            "",
            "(a mark of three circles)",
        ),
    ),
    Kept(
        Course.VERIFIED,
        FileKind.CERTIFICATE,
        "From the school. It helps to know which years were spent in the valley.",
        partial(
            papers.letter,
            "School of the lower valley",
            "",
            "The pupil was with us for four winters",
            "and recites the long poem of the river",
            "without a mistake.",
        ),
    ),
)


def steps(house: House) -> tuple[Step, ...]:
    return tuple(
        Step(f"{house.code} file {number}", partial(_put, house, kept))
        for number, kept in enumerate(KEPT, start=1)
    )


def _put(house: House, kept: Kept) -> None:
    """Put it to the case, unless it lies there."""
    search = next(one for one in searches.at(house) if one.course is kept.course)
    with seated(actor(search, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[search.case_key]))
        if any(lookups.note_to(row) == kept.note for row in lookups.files_of(case)):
            return
        about = lookups.still_sought(case)[0] if kept.of_sought else None
        agreed = timezone.localdate() if kept.kind == FileKind.RECORDING else None
        put = Put(kept.kind, about, agreed, kept.note)
        files.put_file(case, put=put, data=BytesIO(kept.make()), by=by)
