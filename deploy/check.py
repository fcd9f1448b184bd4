"""`make test` and `make test-slow`: every check, three at a time, each one's words shown whole.

The last line sums up all tests: `N passed, N failed`. A check that is no test counts as one more
failure when it fails, so that 0 failed always means that all is well.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import timeit
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
# On two cores: a browser waits more than it works, and so does who kills processes. With five at a
# time all of them together took a tenth longer.
LANES = 3
LONGEST = 90 * 60  # a run that hangs; all of them together shall take 40 minutes
RESULT = re.compile(r"^(?=.* in [\d.]+s)=*\s*((?:\d+ [a-z]+(?:, )?)+)", re.MULTILINE)
MEMORY, ROOM = Path("/dev/shm"), 8 * 1024**3  # noqa: S108 each run has a folder of its own in it
POSTGRES = {"KINTRACE_TEST_POSTGRES": "1"}


@dataclass(frozen=True)
class Check:
    """A heading and the command below it; a test run says how many tests it ran."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a check said, whether it was content, and how long it took."""

    check: Check
    content: bool
    words: str
    seconds: float

    def counts(self) -> Counter[str]:
        """Tests passed and failed, as the run itself says in its last line."""
        found = RESULT.findall(self.words)
        parts = re.findall(r"(\d+) ([a-z]+)", found[-1]) if found else []
        said = Counter({word.removesuffix("s"): int(number) for number, word in parts})
        failed = said["failed"] + said["error"]
        if not self.content and not failed:
            failed = 1
        return Counter(passed=said["passed"], failed=failed)


def pytest(name: str, marks: str, *folders: str, **environment: str) -> Check:
    """A run of the tests that carry these marks, in these folders or in all."""
    command = [str(BIN / "python"), "-m", "pytest", "-q", "--color=no", "-m", marks, *folders]
    return Check(name, command, environment)


def naming(*marks: str) -> list[str]:
    """The files of tests that name one of these marks: to collect all others takes ten seconds."""
    files = (file for place in ("kintrace", "tests") for file in (ROOT / place).rglob("test_*.py"))
    named = (file for file in files if any(mark in file.read_text("utf-8") for mark in marks))
    return sorted(str(file.relative_to(ROOT)) for file in named)


CALM = "not browser and not slow"
TODAY = f"{CALM} and not in_turn"
BROWSER = "browser and not slow"
PAGES = ("tests/journeys", "tests/pages")  # where browsers are driven
CASEWORK = ("cases", "people", "protection", "watch", "operations", "audit")
ON_BOTH = naming("database_bound", "slow_on_sqlite")
ELSEWHERE = [f"--ignore=kintrace/{folder}" for folder in CASEWORK]  # a new folder is in one of both
QUICK = [
    Check("Format", [str(BIN / "ruff"), "format", "--check", "."]),
    Check("Lint", [str(BIN / "ruff"), "check", "."]),
    Check("Contracts", [str(BIN / "lint-imports"), "--no-logo"]),
    # One process each first, the longest before the others; browsers last, for one of their runs
    # is several processes, and two of them leave no core idle at the end.
    pytest("Tests on PostgreSQL", f"{TODAY} and database_bound", *ON_BOTH, **POSTGRES),
    pytest("Tests of the whole house on SQLite", TODAY, "tests"),
    pytest("Tests of casework on SQLite", TODAY, *(f"kintrace/{name}" for name in CASEWORK)),
    pytest("Tests of the other folders on SQLite", TODAY, "kintrace", *ELSEWHERE),
    pytest("Browser journeys on PostgreSQL", f"{BROWSER} and database_bound", *PAGES, **POSTGRES),
    pytest("Browser in pages on SQLite", BROWSER, "tests/pages"),
    Check("Types", [str(BIN / "mypy"), "."]),
]
# What is slow for its many languages, or what a browser measures, says nothing about a database.
ABOUT_A_SERVER = (
    "kintrace/operations/tests/test_steal.py",
    "tests/drills",
    "tests/queries",
    "tests/test_migrations.py",
)
BESIDE = "slow and not alone"
GATES = "tests/gates"
BESIDE_THE_LONGEST = [
    pytest("Slow tests on SQLite", f"{BESIDE} and not browser", f"--ignore={GATES}"),
    pytest("Slow tests on PostgreSQL", BESIDE, *ABOUT_A_SERVER, **POSTGRES),
    pytest(
        "Other tests on PostgreSQL", f"{CALM} and in_turn and database_bound", *ON_BOTH, **POSTGRES
    ),
    pytest("Other tests on SQLite", f"{CALM} and in_turn"),
    pytest("Slow pages on SQLite", f"{BESIDE} and browser", *PAGES, "tests/drills"),
]
SLOW = [
    pytest("Gates at length", f"{BESIDE} and not browser", GATES),
    # They share what it leaves of two cores: it is one process, and would be the last to end.
    *(replace(one, command=["nice", "-n", "5", *one.command]) for one in BESIDE_THE_LONGEST),
]
MEASURED = [
    pytest("Measured alone on SQLite", "alone"),
    pytest("Measured alone on PostgreSQL", "alone", *ABOUT_A_SERVER, **POSTGRES),
]


def run(check: Check) -> Outcome:
    """Run one check to its end; what it says is kept together."""
    begun = time.monotonic()
    try:
        done = subprocess.run(
            check.command,
            cwd=ROOT,
            env=surroundings() | check.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        content, words = done.returncode == 0, done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout.decode() if isinstance(late.stdout, bytes) else ""
        content, words = False, f"{said}\nStopped after {LONGEST // 60} minutes."
    return Outcome(check, content, words, time.monotonic() - begun)


def surroundings() -> dict[str, str]:
    """Ours, but every child process of a test may keep what it compiled: hundreds start. What is
    only made to be thrown away lies in memory, where there is enough of it."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        ours.setdefault("TMPDIR", str(MEMORY))
    return ours


def run_all(checks: list[Check], lanes: int) -> list[Outcome]:
    """Run the checks side by side and show them in their order."""
    outcomes = []
    with ThreadPoolExecutor(lanes) as pool:
        for outcome in pool.map(run, checks):
            mark = "" if outcome.content else " FAILED"
            print(f"\n──── {outcome.check.name} ({outcome.seconds:.0f} s){mark}", flush=True)
            print(outcome.words.rstrip(), flush=True)
            outcomes.append(outcome)
    return outcomes


def sum_up(outcomes: list[Outcome], seconds: float) -> int:
    """The closing lines; returns the exit code."""
    total: Counter[str] = sum((outcome.counts() for outcome in outcomes), Counter())
    broken = [outcome.check.name for outcome in outcomes if not outcome.content]
    print(f"\nAll checks took {seconds // 60:.0f} min {seconds % 60:.0f} s.")
    if broken:
        print(f"Failed: {', '.join(broken)}.")
    print(f"{total['passed']} passed, {total['failed']} failed")
    return 1 if broken else 0


def commit() -> str:
    """The commit that was measured, and whether the tree held more than that."""
    try:
        name, more = git("rev-parse", "--short", "HEAD"), git("status", "--porcelain")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{name} with uncommitted changes" if more else name


def git(*arguments: str) -> str:
    """What git says about this tree."""
    return subprocess.check_output(["git", "-C", str(ROOT), *arguments], text=True).strip()


def pace() -> float:
    """Seconds for ten million turns of a bare loop: how fast this machine is today."""
    return min(timeit.repeat("n * n", "n = 7", number=10_000_000, repeat=3))


def write_down(outcomes: list[Outcome], figures: Path, seconds: float) -> None:
    """bench/SLOW.md: the day, the commit and the figures of this run."""
    lines = [
        "# The last run of `make test-slow`",
        "",
        f"{datetime.now(UTC):%d %B %Y}, commit {commit()}, Python {sys.version.split()[0]}, "
        f"{os.cpu_count()} cores, {seconds / 60:.1f} minutes.",
        f"{pace():.2f} s for ten million turns of a bare loop, by which to compare machines.",
        "",
        "| run | passed | failed | seconds |",
        "|---|---|---|---|",
    ]
    for outcome in outcomes:
        counts = outcome.counts()
        row = [outcome.check.name, counts["passed"], counts["failed"], f"{outcome.seconds:.0f}"]
        lines.append(f"| {' | '.join(map(str, row))} |")
    lines += ["", "| measured | database | figure | goal |", "|---|---|---|---|"]
    for line in sorted(set(figures.read_text().splitlines())):
        lines.append(f"| {' | '.join(json.loads(line))} |")
    (ROOT / "bench" / "SLOW.md").write_text("\n".join([*lines, ""]))


def main(which: str) -> int:
    """Run the quick checks or the slow ones."""
    begun = time.monotonic()
    if which == "quick":
        return sum_up(run_all(QUICK, LANES), time.monotonic() - begun)
    with tempfile.NamedTemporaryFile(prefix="kintrace-figures-") as file:
        os.environ["KINTRACE_TEST_FIGURES"] = file.name
        outcomes = run_all(SLOW, LANES) + run_all(MEASURED, lanes=1)
        seconds = time.monotonic() - begun
        write_down(outcomes, Path(file.name), seconds)
    return sum_up(outcomes, seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "quick"))
