"""`make bench-matching`, or for a look: `python -m bench.matching --size 10000 --only ours`.

All options left out, everything is measured and written to RESULTS.md; with any of them the figures
are only printed. Needs KINTRACE_NAMES_DATA, as `make bench-names` does.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bench import results
from bench.matching import charts, evidence, report
from bench.matching.bands import shown
from bench.matching.measures import Truth
from bench.matching.misses import misses
from bench.matching.people import NOISIER, generate
from bench.matching.report import Measured, Outcome
from bench.matching.systems import FOLDER, OURS, RIVALS, SPLINK, Linked, febrl, linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

MIDDLE, LARGE = 100_000, 1_000_000
SEEDS = {10_000: 101, MIDDLE: 102, LARGE: 103}  # another one for each reported run
NOISY_SEED, TAUGHT_SEED = 104, 105


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


def wholly(found: Measured) -> Iterator[None]:
    """Everything, as it is published, a step at a time; the longest last."""
    everybody, quick = [OURS, *RIVALS], [OURS, SPLINK]
    found.outcomes += measured("10,000 records", generate(10_000, SEEDS[10_000]), everybody)
    yield
    for which in ("febrl3", "febrl4"):
        found.outcomes += measured(which.upper(), febrl(which), everybody)
    yield
    frame = generate(MIDDLE, SEEDS[MIDDLE])
    outcomes = measured("100,000 records", frame, quick)
    found.outcomes += outcomes
    found.shown += shown(outcomes[0].data, frame, outcomes[0].linked)
    yield
    noisy = generate(MIDDLE, NOISY_SEED, noise=NOISIER)
    worse = measured("100,000, facts wrong too", noisy, [OURS])
    found.outcomes += worse
    found.shown += shown(worse[0].data, noisy, worse[0].linked)
    yield
    _look_closer(found, frame, outcomes[0].linked)
    yield
    found.outcomes += measured("1,000,000 records", generate(LARGE, SEEDS[LARGE]), [OURS])
    yield


def _look_closer(found: Measured, frame: pd.DataFrame, ours: Linked | None) -> None:
    """What limits each miss, and what a taught model makes of the same candidates."""
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
    found = Measured()
    drawing = results.RESULTS.parent / "matching-linkage.svg"
    for _ in wholly(found):  # written after each step: a million takes its time
        results.written(report.section(found))
        drawing.write_text(charts.drawn(found), encoding="utf-8")


if __name__ == "__main__":
    main()
