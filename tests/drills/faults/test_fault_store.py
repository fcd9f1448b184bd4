"""The S3 store does not answer: words stay in their form; a file is kept once, or not at all."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.models import CaseFile
from kintrace.demo import playing
from kintrace.vault.tests.camera import camera_jpeg
from tests import lame_store, seaweed
from tests.drills import service
from tests.drills.faults.clerks import Clerk, note
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web
    from tests.drills.visitors import Answer
    from tests.lame_store import Lameness

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_store", turns=4),
]

ALL = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE"})
SAID = "لا يمكن الوصول إلى الصور والأوراق في هذه اللحظة."  # photos and papers cannot be reached
WORDS = "وصلتُ وأنا بخير."
PATIENCE = 60  # seconds


@pytest.fixture
def lame(s3_server: seaweed.Server) -> Iterator[Lameness]:
    s3_server.empty()
    with lame_store.before(s3_server) as between:
        yield between


@pytest.fixture
def desk(stage: Stage, search: Case, s3_server: seaweed.Server, lame: Lameness) -> Iterator[Web]:
    del search
    its_store = s3_server.surroundings(seaweed.STAFF) | {"KINTRACE_S3_ENDPOINT": lame.endpoint}
    web = service.web(stage.staff | its_store, stage.folder / "desk.log", first_page="/sign-in/")
    with service.serving(web):
        yield web


def test_a_store_that_is_away_takes_no_words_and_leaves_nothing_half(
    stage: Stage, alma: Clerk, search: Case, s3_server: seaweed.Server, lame: Lameness, line: Line
) -> None:
    page, photo = f"/desk/cases/{search.pk}/files/add/", camera_jpeg(megapixels=0.4)
    said = alma.tokens(page) | {"kind": "letter", "note": WORDS, "about": ""}
    lame.fails = ALL
    seen = alma.hand_in(page, said, file=photo)
    noted = _note(alma, search)
    left = _lying(s3_server)
    lame.forget()
    again, back = _until_it_is_taken(alma, page, said, photo)
    with playing.acting(stage.scene.alma):
        rows = CaseFile.objects.filter(case=search).count()
    line(
        "the S3 store answers 503 to everything",
        seen="the form again, with a sentence in Arabic and what was typed; the file is asked for "
        "again; what needs no file is saved as ever",
        lost=f"0 words, {left} pieces left behind, {rows} file after the store was back",
        back=f"{back:.1f} s after it answers",
    )
    assert (seen.status, noted.status, again.status) == (422, 302, 302)
    assert SAID in seen.text
    assert WORDS in seen.text
    assert (left, rows) == (0, 1)


def _note(alma: Clerk, search: Case) -> Answer:
    page = f"/desk/cases/{search.pk}/contact/"
    return alma.send(page, alma.tokens(page) | note(WORDS))


def _until_it_is_taken(
    alma: Clerk, page: str, said: dict[str, str], photo: bytes
) -> tuple[Answer, float]:
    """Sent again until it is taken: a store that failed is left alone for a while."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        answer = alma.hand_in(page, said, file=photo)
        if answer.status == 302:
            return answer, time.monotonic() - begun
        time.sleep(0.5)
    raise AssertionError("the store is back, and nothing is taken")


def _lying(server: seaweed.Server) -> int:
    owner = server.client(seaweed.OWNER)
    found = owner.list_objects_v2(Bucket=seaweed.BUCKETS["sealed"])
    return len(found.get("Contents", ()))
