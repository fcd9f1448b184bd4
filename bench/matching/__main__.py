"""`make bench-matching`, or for a look: `python -m bench.matching --size 10000 --only ours`.

All options left out, everything is measured and written to RESULTS.md; with any of them the figures
are only printed. Needs KINTRACE_NAMES_DATA, as `make bench-names` does.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bench import results
from bench.matching import charts, evidence, report
from bench.matching.measures import Truth
from bench.matching.misses import misses
from bench.matching.people import NOISIER, generate
from bench.matching.report import Measured, Outcome
from bench.matching.systems import FOLDER, OURS, RIVALS, febrl, linked

if TYPE_CHECKING:
    import pandas as pd

SIZES = (10_000, 100_000, 1_000_000)
SEEDS = {10_000: 101, 100_000: 102, 1_000_000: 103}  # another one for each reported run
NOISY_SEED, TAUGHT_SEED = 104, 105
MIDDLE = 100_000


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=__doc__)
    parser.add_argument("--only", action="append", choices=[OURS, *RIVALS])
    parser.add_argument("--size", action="append", type=int)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--half", choices=("held", "dev"), default="held")
    return parser.parse_args()


def measured(name: str, frame: pd.DataFrame, systems: list[str]) -> list[Outcome]:
    """What each system makes of one file."""
    source = FOLDER / "people.parquet"
    FOLDER.mkdir(parents=True, exist_ok=True)
    frame.to_parquet(source)
    truth, found = Truth(frame), []
    for system in systems:
        done = linked(system, source)
        outcome = Outcome.of(name, system, truth, done)
        print(report.line(outcome), flush=True)
        found.append(outcome)
    return found


def wholly(sizes: list[int]) -> Measured:
    """Everything, as it is published."""
    systems = [OURS, *RIVALS]
    found = Measured()
    for size in sizes:
        frame = generate(size, SEEDS[size])
        found.outcomes += measured(f"{size:,} records", frame, systems)
        if size == MIDDLE:
            _look_closer(found, frame)
    noisy = generate(MIDDLE, NOISY_SEED, noise=NOISIER)
    found.outcomes += measured("100,000, facts wrong too", noisy, systems)
    for which in ("febrl3", "febrl4"):
        found.outcomes += measured(which.upper(), febrl(which), systems)
    return found


def _look_closer(found: Measured, frame: pd.DataFrame) -> None:
    """What limits each miss, and what a taught model makes of the same candidates."""
    ours = found.outcomes[-1 - len(RIVALS)].linked
    if ours is None or ours.candidates is None:
        return
    found.misses = misses(frame, ours)
    source = FOLDER / "taught-people.parquet"
    other = generate(MIDDLE, TAUGHT_SEED, half="dev")
    other.to_parquet(source)
    taught = linked(OURS, source)
    if taught is not None and taught.candidates is not None:
        known = evidence.table(other, taught.candidates)
        asked = evidence.table(frame, ours.candidates)
        found.ceiling = evidence.ceiling(known, asked, frame)


def main() -> None:
    told = options()
    if told.only or told.size or told.seed:
        for size in told.size or [10_000]:
            frame = generate(size, told.seed or SEEDS.get(size, 1), half=told.half)
            measured(f"{size:,} records", frame, told.only or [OURS, *RIVALS])
        return
    found = wholly(list(SIZES))
    results.written(report.section(found))
    (results.RESULTS.parent / "matching-linkage.svg").write_text(
        charts.drawn(found), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
