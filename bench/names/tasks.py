"""The tasks: what each is called, how it is built, and what we aim at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.names import amharic, arabic, listed, typos

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.names.task import Task, Wanted

MEASURES = {"recall1": "recall@1", "recall10": "recall@10", "mrr": "MRR", "f1": "F1"}
PAIRS = 8


@dataclass(frozen=True)
class Work:
    """One task; its goals are those of the project, by the name of the measure."""

    number: int
    name: str
    language: str
    build: Callable[[Wanted], Task]
    goals: dict[str, float] = field(default_factory=dict)


WORKS = [
    Work(
        1,
        "Arabic token → Latin tokens",
        "Arabic, single tokens",
        arabic.tokens,
        {"recall1": 0.92, "recall10": 0.99, "f1": 0.80},
    ),
    Work(
        2,
        "three-part Arabic names, swapped, shortened, with relatives",
        "Arabic, full names",
        arabic.full_names,
        {"recall1": 0.99, "mrr": 0.995, "f1": 0.93},
    ),
    Work(3, "Amharic full names", "Amharic", amharic.full_names, {"recall1": 1.0, "f1": 0.95}),
    Work(4, "Hebrew full names", "Hebrew", listed.hebrew, {"recall1": 0.93, "f1": 0.85}),
    Work(
        5,
        "Cyrillic tokens, Russian and Ukrainian",
        "Russian and Ukrainian",
        listed.cyrillic,
        {"recall1": 0.95, "f1": 0.88},
    ),
    Work(
        6,
        "Latin spellings of one name",
        "Latin spellings",
        arabic.variants,
        {"recall1": 0.92, "recall10": 0.99, "f1": 0.80},
    ),
    Work(
        7,
        "Latin names with typos and reshuffles",
        "Latin with slips",
        typos.slips,
        {"recall1": 1.0, "f1": 0.99},
    ),
    Work(10, "Persian given names", "Persian", listed.persian),
]
BY_NUMBER = {work.number: work for work in WORKS}
