"""Linking a whole file: every two rows that may tell of one person, with their weight and why.

Needs the extra `linkage`; no database and no settings. A weight hangs on the two rows and on the
number of rows alone: other rows decide which pairs are looked at, never what a pair is worth.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

try:
    import pandas as pd
    import splink  # noqa: F401

    from kintrace.matching.linked.run import Run
except ImportError as missing:
    raise ImportError(
        f"Linking needs the extra packages kintrace[linkage]; {missing.name} is not installed."
    ) from missing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COLUMNS = ("a", "b", "weight", "reasons")


def quiet(_: str) -> None:
    """Say nothing of how far it is."""


def loud(sentence: str) -> None:
    """Say on the error stream how far it is."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def link(
    frame: pd.DataFrame,
    *,
    engine: str = "duckdb",
    checkpoints: Path | None = None,
    say: Callable[[str], None] = quiet,
) -> pd.DataFrame:
    """Pairs of rows that may tell of one person, the likeliest first.

    `frame` has the columns of `description.COLUMNS`, all text, "" where nothing is told. The answer
    has `a`, `b` (rec_id, in the order of the rows), `weight` (log2 odds: from 0 on it is likelier
    one person than two; what is below -10 is left out) and `reasons` (English, each with its bits).
    `engine`: "duckdb" in memory, or "spark". With `checkpoints`, a folder, a run that broke off is
    taken up where it was.

    Raises ValueError for missing columns, ids that are not unique or another engine; ImportError
    where an extra is missing; `linked.blocking.TooManyPairs` before the work where keys tell too
    little.
    """
    run = Run(frame, engine=engine, checkpoints=checkpoints, say=say)
    parts = list(run.parts())
    found: Any = pd.concat(parts, ignore_index=True)[list(COLUMNS)]
    order = found["weight"].sort_values(ascending=False, kind="stable").index
    say(f"{len(found):,} pairs")
    linked: pd.DataFrame = found.loc[order].reset_index(drop=True)
    return linked
