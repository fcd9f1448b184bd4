"""Where the first look runs: DuckDB in memory, or Spark on this machine; both read one model."""

from __future__ import annotations

import logging
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
from splink import Linker

from kintrace.matching.linked import sparked
from kintrace.matching.linked.model import LEAST, RECORD, settings

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from kintrace.matching.weighed.spellings import Ints

MEMORY = "3GB"
logging.getLogger("splink").setLevel(logging.WARNING)


class EngineMissing(ImportError):
    """A package that an engine needs is not installed; the text says which extra brings it."""


def duckdb_pairs(table: pa.Table, prior: float, least: float = LEAST) -> tuple[Ints, Ints]:
    """The pairs of records that passed the first look, the lower number first."""
    import duckdb  # noqa: PLC0415 the extra brings it
    from splink import DuckDBAPI  # noqa: PLC0415

    # What does not fit into memory lies in a folder of its own: hashes and numbers, no name.
    with (
        TemporaryDirectory(prefix="kintrace-link-") as folder,
        duckdb.connect(":memory:") as connection,
    ):
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute(f"SET temp_directory = '{folder}'")
        api = DuckDBAPI(connection)
        linker = Linker(api.register(table), settings(prior))
        found = linker.inference.predict(threshold_match_weight=least).as_duckdbpyrelation()
        rows = found.project(f"{RECORD}_l, {RECORD}_r").fetchnumpy()
    return _sorted(rows[f"{RECORD}_l"], rows[f"{RECORD}_r"])


def _sorted(left: Any, right: Any) -> tuple[Ints, Ints]:
    """The lower number first, in order. One number for both is sorted many times faster."""
    low = np.minimum(left, right).astype(np.int64)
    high = np.maximum(left, right).astype(np.int64)
    both = np.sort(low << 32 | high)
    return both >> 32, both & 0xFFFFFFFF


def spark_pairs(table: pa.Table, prior: float, least: float = LEAST) -> tuple[Ints, Ints]:
    """The same by Spark, which needs Java 17; it listens to nobody but this machine."""
    try:
        return _sorted(*sparked.pairs(table, settings(prior), least))
    except ImportError as missing:
        raise EngineMissing(
            "The engine “spark” needs the extra packages kintrace[spark] and Java 17."
        ) from missing


ENGINES: dict[str, Callable[[pa.Table, float], tuple[Ints, Ints]]] = {
    "duckdb": duckdb_pairs,
    "spark": spark_pairs,
}
