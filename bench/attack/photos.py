"""The photos' part of `make attack`: what strangers may send, and whether a word comes through.

Pillow's own test images and thousands of damaged pictures go the way of an upload, in the child of
service behind its walls. What comes out is read by ourselves, by exiftool and by mat2. What is not
there to read it, or to be sent, is said and never passed over.

    python -m bench.attack.photos [short]
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.attack import photo_corpus, photo_marks
from bench.attack.photo_children import CRASH, LIMIT, UNBELIEVED, Pool, Tally
from bench.attack.photo_mutations import SEED, mutation
from bench.attack.photo_seeds import seeds
from kintrace.vault import photos
from kintrace.vault.photo_checks import refused_kind
from kintrace.vault.photo_process import LIMITS
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bench.reliability import Line

LONG, SHORT, OF_PILLOWS = 10_000, 150, 2_000
LARGEST_SEED = 100_000  # bytes of a picture of Pillow's that is damaged
PER_CHILD = 125
LONGEST = 15 * 60  # seconds; said and not enforced, for a busy machine breaks no promise
# Prime to the number of seeds, so that each kind has its turn.
WHOLE_EVERY = 41  # also drawn as the wall shows it, which takes ten times as long as a first look
SAMPLED = 7  # every so many is given to the oracles, and all that are drawn whole
FOUND = photo_corpus.FOLDER / "found"
NO_CRASH = "0 crashes, 0 limit kills, 0 answers not believed; ≤ 5 s of processor, ≤ 1 GiB"
MARKED = "marked"


@dataclass
class Attack:
    """The lines for RELIABILITY.md, what of the promise does not hold, and what was not had to
    show it with: then the promise is not shown, which is no success either."""

    lines: list[Line] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def note(self, what: str, measured: str, goal: str, broken: Iterable[str] = ()) -> None:
        self.lines.append((what, measured, goal))
        self.broken += [f"{what}: {one}" for one in broken]

    def not_had(self, what: str, why: str, goal: str) -> None:
        self.lines.append((what, f"not had: {why}", goal))
        self.missing.append(what)


def long() -> Attack:
    """All of it: some ten minutes on two idle cores; the first time it fetches 47 MB."""
    return _attacked(mutations=LONG, corpus=True)


def short(mutations: int = SHORT) -> Attack:
    """Some mutations and nothing from the network, for the tests."""
    return _attacked(mutations=mutations, corpus=False)


def _attacked(*, mutations: int, corpus: bool) -> Attack:
    begun, attack, tallies = time.monotonic(), Attack(), []
    with tempfile.TemporaryDirectory(prefix="kintrace-attack-") as held:
        folder = Path(held)
        if corpus:
            tallies += _corpus(attack, folder)
        ours = list(seeds().values())
        tallies.append(_damaged(attack, "damaged pictures", ours, mutations, folder))
        _own_reader(attack, tallies)
        _oracle(attack, "exiftool", partial(photo_marks.exiftool, folder), _files(folder, "*"))
        jpegs = [name for name in _files(folder, "*.jpg") if "-preview-" not in name]
        _oracle(attack, "mat2", partial(photo_marks.mat2, folder, jpegs), jpegs)
    took = f"{time.monotonic() - begun:.0f} s"
    attack.note("all attacks on photos", took, f"≤ {LONGEST // 60} minutes on two idle cores")
    return attack


def _files(folder: Path, pattern: str) -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


def _corpus(attack: Attack, folder: Path) -> list[Tally]:
    what = "Pillow’s own test images"
    try:
        source = photo_corpus.archive()
    except photo_corpus.NotHad as missing:
        attack.not_had(what, str(missing), NO_CRASH)
        return []
    tally, known = Tally(), []
    pool = Pool(tally, each=1)
    for number, (name, upload) in enumerate(photo_corpus.images(source)):
        _sent(pool, _file(f"{number:04} {name}"), upload, whole=True, to=folder)
        if len(upload) <= LARGEST_SEED and refused_kind(upload) is None:
            known.append(upload)
    pool.end()
    _course(attack, f"{what} ({source.name.removesuffix('.tar.gz')})", tally)
    return [tally, _damaged(attack, f"{len(known)} of them, damaged", known, OF_PILLOWS, folder)]


def _damaged(attack: Attack, what: str, whole: list[bytes], many: int, folder: Path) -> Tally:
    tally = Tally()
    pool = Pool(tally, each=PER_CHILD)
    for number in range(many):
        drawn_whole = number % WHOLE_EVERY == 0
        to = folder if drawn_whole or number % SAMPLED == 0 else None
        name = _file(f"{what} {number}")
        _sent(pool, name, mutation(number, whole), whole=drawn_whole, to=to)
    pool.end()
    _course(attack, f"{what} (seed {SEED})", tally)
    return tally


def _file(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name)


def _sent(pool: Pool, name: str, upload: bytes, *, whole: bool, to: Path | None) -> None:
    """Send one picture as an upload, and examine all that comes of it.

    The wall's pictures are drawn from the upload itself. In service they are drawn from the
    original that the first look gave, which is less of a danger.
    """
    tally, before = pool.tally, len(pool.tally.found)
    made = _made(pool, name, upload, whole=whole)
    if made:
        tally.accepted, tally.outputs = tally.accepted + 1, tally.outputs + len(made)
    else:
        tally.refused += 1
    for part, picture in made.items():
        for mark in photo_marks.marks(part, picture):
            tally.bad(MARKED, f"{name} {part}: {mark}")
        if to:
            (to / f"{name}-{part}").write_bytes(picture)
    if len(tally.found) > before:
        FOUND.mkdir(parents=True, exist_ok=True)
        (FOUND / name).write_bytes(upload)


def _made(pool: Pool, name: str, upload: bytes, *, whole: bool) -> dict[str, bytes]:
    look = pool.ask(lambda child: photos.first_look_in(child, upload), name)
    if look is None:
        return {}
    made = {f"preview-{frame}.jpg": small for frame, small in look.previews.items()}
    made["original.jpg"] = look.original
    if whole:
        cleaned = pool.ask(lambda child: photos.clean_in(child, upload), name)
        made |= cleaned.pictures if cleaned else {}
    return made


def _course(attack: Attack, what: str, tally: Tally) -> None:
    sent = tally.accepted + tally.refused
    measured = (
        f"{tally.accepted:,} redrawn, {tally.refused:,} refused, {tally.count(CRASH)} crashes, "
        f"{tally.count(LIMIT)} limit kills, {tally.count(UNBELIEVED)} not believed; slowest "
        f"{tally.processor:.2f} s of processor ({tally.slowest}), "
        f"{tally.seconds:.1f} s by the clock, at most {tally.memory / 1024**2:.0f} MiB"
    )
    broken = [one for kind in (CRASH, LIMIT, UNBELIEVED) for one in tally.worst.get(kind, [])]
    if tally.memory > LIMITS.memory:
        broken.append("more memory than the limit")
    if not tally.accepted or not tally.refused:
        broken.append("too mild or too hard to tell anything")
    attack.note(f"{what}: {sent:,}", measured, NO_CRASH, broken)


def _own_reader(attack: Attack, tallies: list[Tally]) -> None:
    outputs = sum(tally.outputs for tally in tallies)
    marked = [one for tally in tallies for one in tally.worst.get(MARKED, [])]
    what = f"parts but APP0, tables, frame and scan, and planted words, in {outputs:,} outputs"
    attack.note(what, f"{len(marked)} found", "0", marked)


def _oracle(
    attack: Attack, name: str, ask: Callable[[], photo_marks.Heard | None], given: list[str]
) -> None:
    heard = ask()
    if heard is None:
        attack.not_had(name, f"Debian’s package with {name} is not installed", "0 found")
        return
    unread = len(given) - heard.read
    broken = [*heard.found, *([f"{unread} files not read"] if unread else [])]
    what = f"{name} {photo_marks.version(name)} over {len(given):,} outputs"
    attack.note(what, f"{len(heard.found)} found, {unread} not read", "0 found", broken)


def played(form: Callable[[], Attack]) -> Attack:
    """One of both, under the settings of the tests: from here on this process has them."""
    environment.enter()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    return form()


def main() -> int:
    """Print the lines; 1 when something was found or not had."""
    attack = played(short if "short" in sys.argv else long)
    print("\n".join(f"\n{what}\n    {said}\n    goal: {goal}" for what, said, goal in attack.lines))
    wrong = [*attack.broken, *(f"{what} was not had" for what in attack.missing)]
    print("\n".join(wrong), file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
