"""The vault's promise over many long lives, and ten thousand damaged pictures."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from kintrace.vault import photos
from kintrace.vault.photos import PhotoRefused
from kintrace.vault.tests import test_photos_mutations as mutations
from kintrace.vault.tests import test_promise as promise
from kintrace.vault.tests.camera import TRACES
from kintrace.vault.tests.conftest import keys, tables  # noqa: F401
from kintrace.vault.tests.outlines import only_pixels
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Report = Callable[[str, str, str], None]

pytestmark = pytest.mark.slow

RUNS, STEPS = 200, 30
PICTURES = 10_000


@pytest.mark.usefixtures("postgres", "keys", "tables")
def test_the_promise_holds_over_two_hundred_long_lives(report: Report) -> None:
    begun = time.monotonic()
    run_state_machine_as_test(
        promise.Vault,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    report(
        "the vault's promise: readable exactly with a slot and not erased",
        f"{RUNS} runs of {STEPS} steps, 0 counterexamples, {time.monotonic() - begun:.0f} s",
        "0 counterexamples",
    )


@pytest.mark.usefixtures("keys")
@pytest.mark.skipif(environment.on_postgres(), reason="no database is asked")
def test_ten_thousand_damaged_pictures_crash_nothing_and_leave_no_mark(report: Report) -> None:
    counts = {"accepted": 0, "refused": 0}
    marked: list[str] = []
    for number, (child, upload) in enumerate(_damaged()):
        try:
            whole = number % mutations.WHOLE_EVERY == 0
            made = mutations.outputs(child, upload, whole=whole)
        except PhotoRefused:
            counts["refused"] += 1
            continue
        counts["accepted"] += 1
        marked += [f"{number} {name}" for name, data in made.items() if not _is_clean(name, data)]
    report(
        f"damaged pictures ({PICTURES})",
        f"{counts['accepted']} cleaned, {counts['refused']} refused, 0 crashes, "
        f"{len(marked)} with a mark",
        "0 crashes, 0 marks",
    )
    assert sum(counts.values()) == PICTURES
    assert marked == []
    assert min(counts.values()) > PICTURES // 20


def _is_clean(name: str, picture: bytes) -> bool:
    return only_pixels(name, picture) and not any(trace in picture for trace in TRACES)


def _damaged() -> Iterator[tuple[photos.Child, bytes]]:
    """Pictures other than those of the quick test, each with a child that lives."""
    dice = random.Random(20260314)  # noqa: S311 - the same damage in each run
    whole = mutations.seeds()
    child = photos.Child(pictures=mutations.PER_CHILD)
    for number in range(PICTURES):
        if number % mutations.PER_CHILD == 0 or not child.alive:
            child.end()
            child = photos.Child(pictures=mutations.PER_CHILD)
        yield child, mutations.damaged(whole[number % len(whole)], dice)
    child.end()
