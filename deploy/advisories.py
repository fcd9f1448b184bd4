"""What is known against the packages we pin: `python deploy/advisories.py FOLDER`, offline.

FOLDER is a checkout of the PyPA advisory database (`vulns/<package>/PYSEC-….yaml`, in the form of
OSV). It also says how old that copy is and how old our lock files are. Anything that is not known
to be well ends it with 1: a file that cannot be read, a copy that is too old, a date that is
missing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 30  # days: what SECURITY.md promises of the lock files, and what is asked of the copy
PIN = re.compile(r"(?m)^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)")
LOADER: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # five times as quick, where it is there
NOT_AS_EXPECTED = (OSError, yaml.YAMLError, LookupError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, order=True)
class Hit:
    """One advisory that is about a version we pin."""

    package: str
    version: str
    advisory: str
    fixed: str
    known: str
    locks: str

    def __str__(self) -> str:
        return (
            f"{self.package} {self.version}: {self.advisory}, fixed in {self.fixed}, "
            f"known since {self.known} ({self.locks})"
        )


@dataclass
class Copy:
    """What the copy of the database holds about us, and how fresh it is."""

    read: int = 0
    newest: datetime | None = None
    hits: set[Hit] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


def main(words: list[str]) -> int:
    """Say what is known and how old everything is; 1 when anything of it is not well."""
    if len(words) != 1:
        print("Say where the copy lies: make advisories ADVISORIES=folder", file=sys.stderr)
        return 2
    now, locks = datetime.now(UTC), locked(ROOT)
    pins = pinned(locks)
    copy = looked(Path(words[0]), pins)
    print(f"{copy.read:,} advisories, asked about {len(pins)} pinned versions.")
    faults = [*map(str, sorted(copy.hits)), *copy.broken, *too_old(copy, now)]
    faults += lock_ages(locks, now)
    print("\n".join(faults) or "Nothing is known against them.")
    return 1 if faults else 0


# --- what we pin ---


def locked(root: Path) -> list[Path]:
    """The lock files: what deploy/lock.sh writes."""
    script = (root / "deploy" / "lock.sh").read_text(encoding="utf-8")
    return [root / name for name in re.findall(r"--output-file (\S+)", script)]


def pinned(locks: Iterable[Path]) -> dict[tuple[str, str], str]:
    """Every package with its version, and the lock files that name it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for lock in locks:
        for name, version in PIN.findall(lock.read_text(encoding="utf-8")):
            found[canonicalize_name(name), version].append(lock.name)
    return {pin: ", ".join(names) for pin, names in found.items()}


def lock_ages(locks: Iterable[Path], now: datetime) -> Iterator[str]:
    """What is wrong with the age of the lock files; prints how old the oldest is."""
    ages = {lock.name: _days_unchanged(lock, now) for lock in locks}
    known = {name: days for name, days in ages.items() if days is not None}
    if known:
        oldest = max(known, key=lambda name: known[name])
        print(f"The lock files were written anew within {known[oldest]} days (oldest: {oldest}).")
    for name, days in ages.items():
        if days is None:
            yield f"{name}: nobody can say when it was written; git does not know it here."
        elif days > LONGEST:
            yield f"{name} is {days} days old, {LONGEST} are allowed: make lock UPGRADE=1"


def _days_unchanged(lock: Path, now: datetime) -> int | None:
    """Since it was last committed; a lock that is being written anew has a younger file."""
    if not shutil.which("git"):
        return None
    command = ["git", "-C", str(lock.parent), "log", "-1", "--format=%cI", "--", lock.name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout.strip()
    return (now - datetime.fromisoformat(said)).days if said else None


# --- what is known ---


def looked(folder: Path, pins: dict[tuple[str, str], str]) -> Copy:
    """Read every advisory; one that cannot be read is named, for it may be about us."""
    copy = Copy()
    for file in sorted((folder / "vulns").glob("*/*.yaml")):
        copy.read += 1
        try:
            _take(copy, yaml.load(file.read_text("utf-8"), Loader=LOADER), pins)  # noqa: S506 a safe one
        except NOT_AS_EXPECTED as trouble:
            why = str(trouble).partition("\n")[0]
            copy.broken.append(f"{file.name} cannot be read: {type(trouble).__name__}, {why}")
    return copy


def _take(copy: Copy, said: dict[str, Any], pins: dict[tuple[str, str], str]) -> None:
    modified, number = _moment(said["modified"]), str(said["id"])
    copy.newest = max(copy.newest or modified, modified)
    if said.get("withdrawn"):
        return
    known = f"{_moment(said.get('published') or modified):%d %B %Y}"
    for one in said["affected"]:
        package = canonicalize_name(one["package"]["name"])
        for (name, version), locks in pins.items():
            if name == package and is_affected(version, one):
                copy.hits.add(Hit(name, version, number, _fixed(version, one), known, locks))


def is_affected(version: str, said: dict[str, Any]) -> bool:
    """Whether a version is listed, or lies in a range; a list may forget what a range holds."""
    ranges = [*_ranges(said)]
    listed = said.get("versions") or []
    if not ranges and not listed:
        raise ValueError("it says neither versions nor a range")
    mine = Version(version)
    return any(_same(mine, str(one)) for one in listed) or any(_lies_in(mine, r) for r in ranges)


def _ranges(said: dict[str, Any]) -> Iterator[list[tuple[Version, str]]]:
    """The events of each range in the order of their versions; commits of git are no versions."""
    for one in said.get("ranges") or []:
        if one["type"] != "GIT":
            events = [
                (_bound(value), kind) for event in one["events"] for kind, value in event.items()
            ]
            yield sorted(events, key=lambda event: event[0])


def _bound(value: object) -> Version:
    """“0” is before every version, even before what came before the first."""
    return Version("0.dev0" if str(value) == "0" else str(value))


def _lies_in(mine: Version, events: list[tuple[Version, str]]) -> bool:
    inside = False
    for bound, kind in events:
        if kind == "introduced" and mine >= bound:
            inside = True
        elif (kind == "fixed" and mine >= bound) or (kind == "last_affected" and mine > bound):
            inside = False
    return inside


def _same(mine: Version, listed: str) -> bool:
    try:
        return mine == Version(listed)
    except InvalidVersion:  # from before there was a rule for versions: none of ours is
        return False


def _fixed(version: str, said: dict[str, Any]) -> str:
    """The next version that mends it."""
    mine = Version(version)
    later = [v for events in _ranges(said) for v, kind in events if kind == "fixed" and v > mine]
    return str(min(later)) if later else "no version yet"


def _moment(said: object) -> datetime:
    moment = said if isinstance(said, datetime) else datetime.fromisoformat(str(said))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def too_old(copy: Copy, now: datetime) -> Iterator[str]:
    """Why this copy is no ground to say that nothing is known; prints how old it is."""
    if copy.newest is None:
        yield "There is no advisory in it: is this a checkout of the PyPA advisory database?"
        return
    days = (now - copy.newest).days
    print(f"The newest change in this copy is {days} days old ({copy.newest:%d %B %Y}).")
    if days > LONGEST:
        yield (
            f"This copy is {days} days old, {LONGEST} are allowed: it cannot say that nothing is "
            "known. Bring it up to date and ask again."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
