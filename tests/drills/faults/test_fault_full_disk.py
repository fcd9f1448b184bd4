"""No room left under the database, and under the files that lie beside it.

A limit on the size of files stands for the disk: every write beyond it fails as on a full one.
"""

from __future__ import annotations

import resource
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from kintrace.cases.models import CaseFile
from kintrace.demo import playing
from kintrace.vault.tests.camera import camera_jpeg
from tests import environment, postgres
from tests.drills.faults.calm import is_calm, told
from tests.drills.faults.clerks import Clerk, Clerks, note
from tests.drills.faults.conftest import many
from tests.drills.faults.promises import acknowledged_again, promises
from tests.drills.service import family
from tests.drills.visitors import Crowd, stamp, written
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_full_disk", turns=4),
]

ROOM = 64 * 1024  # bytes of any file: no part of the write-ahead log is as short
WRITING = many(2, 10)  # seconds
WORDS = "وصلتُ وأنا بخير."


def test_a_full_disk_under_the_database_is_told_calmly_and_loses_nothing(
    stage: Stage, street: Web, desk: Web, alma: Clerk, search: Case, line: Line
) -> None:
    omar = Clerk(desk.home, stage.scene.omar).sign_in()
    page, form = f"/desk/cases/{search.pk}/contact/", stage.form(street.home)
    tokens, mark = alma.tokens(page), stamp(form)
    with Crowd(form, mark, size=2) as crowd, Clerks([omar], search) as desks:
        time.sleep(WRITING)
        _no_room()
        seen = told(stage.form(street.home, "ar"), written(WORDS, mark))
        noted = alma.send(page, tokens | note(WORDS))
        time.sleep(WRITING)
        _room_again()
        back = acknowledged_again(crowd, desks)
        time.sleep(1)
    found = promises(stage, search, crowd, desks)
    line(
        "no room under PostgreSQL (limit on files)",
        seen="a calm page (503) in Arabic, with what was typed",
        lost=found.words,
        back=f"{back:.1f} s after the server has room",
    )
    for page_there in (seen, noted):
        assert is_calm(page_there, "ar", sent=True), page_there
        assert WORDS in page_there.text
    assert found.are_kept, found.words


def _server() -> list[int]:
    note = environment.server_folder() / "cluster" / "postmaster.pid"
    return list(family(int(note.read_text().split()[0])))


def _limit(pids: Iterable[int], size: int) -> None:
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _no_room() -> None:
    """For the server and all that it starts; whatever it writes next fails. Said by its own user,
    for nobody else may."""
    for pid in _server():
        said = postgres.as_server_user("prlimit", f"--pid={pid}", f"--fsize={ROOM}:")
        subprocess.run(said, check=False, capture_output=True)  # it may be gone by now


def _room_again() -> None:
    """PostgreSQL ends when it cannot write its log; the machine's own supervisor starts it again,
    as systemd does."""
    connection.close()
    postgres.crash(environment.server_folder())
    postgres.start(environment.server_folder(), lasting=True)


def test_a_full_disk_under_the_files_loses_no_words_and_leaves_nothing_half(
    stage: Stage, desk: Web, alma: Clerk, search: Case, line: Line
) -> None:
    page = f"/desk/cases/{search.pk}/files/add/"
    said = alma.tokens(page) | {"kind": "letter", "note": WORDS}
    photo = camera_jpeg(megapixels=0.4)
    before = _lying(stage)
    _limit(desk.pids, 4096)
    seen = alma.hand_in(page, said, file=photo)
    left = _lying(stage) - before
    _limit(desk.pids, resource.RLIM_INFINITY)
    begun = time.monotonic()
    again = alma.hand_in(page, said, file=photo)
    back = time.monotonic() - begun
    with playing.acting(stage.scene.alma):
        rows = CaseFile.objects.filter(case=search).count()
    line(
        "no room under the sealed files (limit on files)",
        seen="a calm page (503) in Arabic, with what was typed; the file is asked for again",
        lost=f"0 words, {len(left)} pieces left behind, {rows} file after the second try",
        back=f"at once ({back:.1f} s)",
    )
    assert is_calm(seen, "ar", sent=True), seen
    assert WORDS in seen.text
    assert left == set()
    assert again.status == 302, again
    assert rows == 1


def _lying(stage: Stage) -> set[str]:
    sealed = stage.folder / "sealed"
    return {str(one) for one in sealed.rglob("*") if one.is_file()}
