"""Pages as members see them: a client that is signed in, with the second factor proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.test import Client
from django.utils.html import strip_tags

from kintrace.audit import lookups as audit
from kintrace.matching import lookups, network
from kintrace.network.tests.cast import let_in
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.matching.models import Candidate
    from kintrace.network.models import Member

PAIRS = "/desk/pairs/"


def at_desk(member: Member) -> Client:
    return let_in(Client(), member)


def words_of(client: Client, url: str) -> str:
    """What stands on a page, without its tags."""
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return read(answer.content)


def read(page: bytes) -> str:
    return " ".join(strip_tags(page.decode()).split())


def the_worker_works() -> None:
    while network.turn():
        pass


def of_samir(scene: Scene, case: Case) -> Candidate:
    """The pair of him whom she seeks."""
    with scene.acting(scene.alma):
        return next(
            row
            for row in lookups.candidates_for(scene.alma)
            if case.subject not in {row.first, row.second}
        )


def address(row: Candidate) -> str:
    return f"{PAIRS}{row.pk}/"


def says(member: Member, row: Candidate, answer: str, **more: str) -> None:
    told = {"says": answer, "note": "", **more}
    assert at_desk(member).post(f"{address(row)}judge/", told).status_code == 302


def deeds_of(scene: Scene) -> list[str]:
    with reading_as(scene.society.pk):
        return [one.deed for one in audit.entries_after(scene.society.pk, 0, limit=5000)]
