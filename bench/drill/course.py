"""The course of the drill, the same in `make drill` and in the test of it."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import random
import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage
from django.conf import settings
from django.db import connection
from django.utils import timezone
from psycopg import sql

from bench.drill import tampering
from bench.drill.house import Filled, opened
from kintrace.audit import anchors, lookups
from kintrace.cases.models import Case
from kintrace.operations import bringing, jobs, restore, restoring
from kintrace.operations.backup import Recipients, back_up
from kintrace.operations.checking import check
from kintrace.operations.dumping import counted
from kintrace.operations.opening import Identities, NotRestored
from kintrace.protection import actions as protection
from kintrace.protection.lookups import is_erased
from kintrace.protection.purposes import WhyErased
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Face
from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from uuid import UUID

    from bench.reliability import Line

    Empty = Callable[[], AbstractContextManager[str]]

ERASED, OPENED, TAMPERED, FLIPS = 25, 20, 100, 3
MINUTES, MICROSECONDS = 60, 1_000_000


class DrillFailed(Exception):
    """Something did not come back as it was."""


@dataclass
class Course:
    """What was measured on the way."""

    lines: list[Line] = field(default_factory=list)

    def say(self, what: str, measured: str, goal: str) -> None:
        """One line of the table."""
        self.lines.append((what, measured, goal))


@dataclass
class Clock:
    """How long something took, and by how much this process grew meanwhile at most."""

    seconds: float = 0.0
    megabytes: int = 0


@contextmanager
def timed() -> Iterator[Clock]:
    # What was freed before goes back first: taken again, it would count as no growth.
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    clock, begun, before = Clock(), time.monotonic(), _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # from here on the highest is counted anew
    yield clock
    clock.seconds = time.monotonic() - begun
    clock.megabytes = max(0, _memory("VmHWM") - before) // 1024


def _memory(which: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which))


def run(filled: Filled, folder: Path, empty: Empty, *, seed: int = 1) -> list[Line]:
    """Back up, lose everything, bring it back, and look at it. Raises DrillFailed."""
    dice, course = random.Random(seed), Course()  # noqa: S311 - the same drill each time
    course.say("cases in the drill", f"{sum(map(len, filled.cases.values())):,}", "200,000")
    some = filled.some(OPENED, dice)
    words = {case: opened(society, case) for society, case in some}
    files = _sums_of_files()
    identities = _back_up(folder, course)
    backup = restore.newest(folder)
    _flip(backup, identities, dice, course)
    gone = _erase(filled, set(words), dice)
    with empty() as owner:
        _bring(backup, identities, owner, files, course)
        _compare(filled, words, gone, course)
        _look_at_audit(filled, dice, course)
    return course.lines


def _back_up(folder: Path, course: Course) -> Identities:
    records, slots = (pyrage.x25519.Identity.generate() for _ in range(2))
    to = Recipients(str(records.to_public()), str(slots.to_public()))
    with timed() as clock:
        made = back_up(folder, to=to, now=timezone.now())
    size = sum(file.stat().st_size for file in made) / 1024**2
    grown = f"{clock.seconds:.0f} s, {size:.0f} MB, {clock.megabytes} MB of memory more"
    course.say("backup made and read again from the disk", grown, "bounded memory")
    with timed() as clock:
        told, pictures = check(restore.newest(folder), Identities(records, slots))
    rows = f"{sum(told.rows.values()):,} rows and {pictures:,} files"
    course.say("read through without a database", f"{clock.seconds:.0f} s, {rows}", "all of it")
    return Identities(records, slots)


def _flip(
    backup: restore.Backup, identities: Identities, dice: random.Random, course: Course
) -> None:
    """One byte of each file, at a few places; each is undone."""
    files = (backup.records, backup.slots, backup.media, backup.manifest)
    tried = [(file, dice.randrange(file.stat().st_size)) for file in files for _ in range(FLIPS)]
    refused = sum(_is_refused(backup, identities, file, at) for file, at in tried)
    course.say("one flipped byte refused", f"{refused} of {len(tried)}", "every one")
    if refused != len(tried):
        raise DrillFailed("A damaged file was taken for whole.")


def _is_refused(backup: restore.Backup, identities: Identities, file: Path, at: int) -> bool:
    _turn(file, at)
    try:
        restore.require_whole(backup, identities)
    except NotRestored as reason:
        return file.name in str(reason)
    finally:
        _turn(file, at)
    return False


def _turn(file: Path, at: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(at)
        [byte] = stream.read(1)
        stream.seek(at)
        stream.write(bytes([byte ^ 1]))


def _erase(filled: Filled, keep: set[UUID], dice: random.Random) -> list[tuple[UUID, UUID]]:
    """Some people are erased after the backup; the ledger and its copy know it."""
    home = filled.scene.society.pk
    others = [case for case in filled.cases[home] if case not in keep]
    gone = []
    for case in dice.sample(others, ERASED):
        with reading_as(home, member=filled.scene.omar.pk):
            row = Case.objects.get(pk=case)
            protection.erase(row.subject, by=filled.scene.omar, why=WhyErased.ASKED)
            gone.append((row.subject, row.file))
    jobs.sign_heads()
    return gone


def _bring(
    backup: restore.Backup,
    identities: Identities,
    owner: str,
    files: dict[str, str],
    course: Course,
) -> None:
    with timed() as whole:
        known = restore.require_ledger(anchors.folder())
        told = restore.require_whole(backup, identities)
        with timed() as loaded:
            restore.load(backup, identities, owner=owner)
        begun = time.monotonic()
        with restoring.behind():
            here = _counted(told.rows)
            wrong = {name for name, rows in told.rows.items() if here[name] != rows}
        if wrong or _sums_of_files() != files:
            raise DrillFailed(f"Not as it was: {', '.join(sorted(wrong)) or 'the files'}.")
        compared = time.monotonic() - begun
        with timed() as again:
            brought = bringing.finish(backup.made, known, owner)
    if brought.broken:
        raise DrillFailed(f"The audit of {brought.broken} is not whole.")
    course.say(
        f"rows of {len(told.rows)} tables and {len(files):,} sealed files and pictures compared",
        "0 differ",
        "0",
    )
    minutes = (whole.seconds - compared) / MINUTES
    course.say("restored into an empty database", f"{minutes:.1f} min", "≤ 30 min")
    course.say("— of which loading", f"{loaded.seconds / MINUTES:.1f} min", "–")
    course.say("— of which what was said since", f"{again.seconds / MINUTES:.1f} min", "–")
    grown = max(loaded.megabytes, whole.megabytes, again.megabytes)
    course.say("memory that the restore took at most", f"{grown} MB more", "bounded")


def _compare(
    filled: Filled,
    words: dict[UUID, str],
    gone: list[tuple[UUID, UUID]],
    course: Course,
) -> None:
    of = {case: society for society, ids in filled.cases.items() for case in ids}
    same = sum(opened(of[case], case) == said for case, said in words.items())
    course.say("cases opened by chance say the same", f"{same} of {len(words)}", "every one")
    with reading_as(filled.scene.society.pk):
        back = sum(
            not is_erased(subject) or Slot.objects.filter(file=file).exists()
            for subject, file in gone
        )
        faces = Face.objects.count()
    course.say(f"of {len(gone)} erased since, back", str(back), "0")
    course.say("faces that hang before two members put them up again", str(faces), "0")
    if same != len(words) or back or faces:
        raise DrillFailed("What came back is not what may come back.")


def _look_at_audit(filled: Filled, dice: random.Random, course: Course) -> None:
    home = filled.scene.society.pk
    with reading_as(home):
        rows = lookups.head(home)
    number = rows.seq if rows else 0
    begun, busy = time.perf_counter(), time.process_time()
    if lookups.verify(home, anchors.read(anchors.folder())):
        raise DrillFailed("The audit is not whole.")
    took = (time.perf_counter() - begun) / number * MICROSECONDS
    worked = (time.process_time() - busy) / number * MICROSECONDS
    course.say(
        f"audit: one of {number:,} rows verified",
        f"{took:.1f} µs, of which this process worked {worked:.1f} µs",
        "≤ 10 µs",
    )
    found = tampering.found(filled.audited, TAMPERED, dice)
    course.say("audit: rows edited, deleted, cut or swapped and found", f"{found} of 100", "100")
    if found != TAMPERED:
        raise DrillFailed("A tampered audit was taken for whole.")


def _counted(tables: Iterable[str]) -> dict[str, int]:
    """Rows of each table, also those that no society sees."""
    if not environment.on_postgres():
        with closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as database:
            return counted(database, list(tables))
    name = str(connection.settings_dict["NAME"])
    with postgres.superuser(environment.server_folder(), name) as session:
        count = sql.SQL("SELECT count(*) FROM {}")
        return {
            name: _number(session.execute(count.format(sql.Identifier("public", name))))
            for name in tables
        }


def _number(answer: Any) -> int:
    return int(answer.fetchone()[0])


def _sums_of_files() -> dict[str, str]:
    """Of every sealed file and every picture, by the name of its folder and its own."""
    return {
        f"{Path(place).name}/{file.relative_to(place)}": hashlib.sha256(
            file.read_bytes()
        ).hexdigest()
        for place in (settings.SAFE_FILES, settings.FACES)
        for file in sorted(Path(place).rglob("*"))
        if file.is_file()
    }
