"""`make bench-names`, or for a look at a part: `python -m bench.names --only ours --task 1`.

All options left out, everything is measured and written to RESULTS.md and NAMES_ERRORS.md; with
any of them the figures are only printed.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bench import results
from bench.names import charts, cost, errors, report
from bench.names.contest import Outcome, called, labelled, outcomes, ring
from bench.names.pairs import pairs
from bench.names.report import Measured
from bench.names.systems import OURS
from bench.names.task import GALLERY, HALVES, QUERIES, Wanted
from bench.names.tasks import BY_NUMBER, PAIRS, WORKS

if TYPE_CHECKING:
    from collections.abc import Iterator

BENCH = results.RESULTS.parent
SEEDS = [1, 2, 3]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("--only", action="append", help="ours, or one of the rivals")
    parser.add_argument("--task", action="append", type=int, help="1 to 8, or 10")
    parser.add_argument("--seed", action="append", type=int, help="1, 2, 3 if left out")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--gallery", type=int, default=GALLERY)
    parser.add_argument("--errors", action="store_true", help="print the worst errors of ours too")
    return parser.parse_args()


def look(told: argparse.Namespace) -> None:
    """Print the figures of some systems on some tasks, as quickly as can be."""
    half = told.half or "held"
    with ring(alone=told.only == [OURS]) as on:
        for number in told.task or [*BY_NUMBER, PAIRS]:
            if number == PAIRS:
                for system, way, f1 in labelled(on, half, told.only):
                    print(f" {PAIRS} labelled pairs, {called(system, way)}: F1 {f1:.3f}")
                continue
            for seed in told.seed or [1]:
                wanted = Wanted(seed, half, told.queries, told.gallery)
                for _ in shown(outcomes(on, BY_NUMBER[number], wanted, told.only)):
                    pass
            if told.errors:
                print("\n".join(errors.table(BY_NUMBER[number], told.seed or [1], half)))


def line(one: Outcome) -> str:
    reached = one.figures
    return (
        f"{one.task:2} {BY_NUMBER[one.task].name}, seed {one.seed}, {called(one.system, one.way)}: "
        f"recall@1 {reached.recall1:.3f}, recall@10 {reached.recall10:.3f}, "
        f"MRR {reached.mrr:.3f}, F1 {reached.f1:.3f} at {reached.threshold:.3f}; "
        f"{one.cost:.2f} µs a pair"
    )


def wholly() -> Measured:
    """Everything, as it is published."""
    found = Measured("held", SEEDS)
    with ring() as on:
        found.missing = on.missing
        for work in WORKS:
            for seed in SEEDS:
                found.outcomes += shown(outcomes(on, work, Wanted(seed)))
        for said, half in labels().items():
            found.labelled[said] = list(labelled(on, half))
        found.costs += cost.costs(on)
        found.growth += cost.growth(on)
    found.disagreement = cost.disagreement()
    return found


def labels() -> dict[str, str]:
    """The halves of the labelled pairs, and how many they are."""
    halves = {"held-back quarter": "held", "all": ""}
    return {f"{said} ({len(pairs(half))} pairs)": half for said, half in halves.items()}


def shown(some: Iterator[Outcome]) -> Iterator[Outcome]:
    """Print each as it comes: the whole takes a quarter of an hour."""
    for one in some:
        print(line(one), flush=True)
        yield one


def written(found: Measured) -> None:
    """The section in the place of the last one, the drawings, the errors."""
    section = report.section(found)
    print(section)
    results.written(section)
    (BENCH / "names-tasks.svg").write_text(charts.tasks(found), encoding="utf-8")
    (BENCH / "names-growth.svg").write_text(charts.growth(found), encoding="utf-8")
    (BENCH / "NAMES_ERRORS.md").write_text(errors.page(SEEDS, "held"), encoding="utf-8")


def main() -> None:
    told = options()
    if told.only or told.task or told.seed or told.half or told.errors:
        look(told)
    else:
        written(wholly())


if __name__ == "__main__":
    main()
