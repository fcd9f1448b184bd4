"""The evidence of our own candidates as a table, for a supervised model to learn from."""

from __future__ import annotations

import subprocess
from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from bench.matching.measures import Figures, Truth
from bench.matching.systems import FOLDER, HERE, PYTHON, prepared
from kintrace.matching.linked import rows
from kintrace.matching.weighed.pairing import Paired
from kintrace.matching.weighed.together import Evidence, People

if TYPE_CHECKING:
    from numpy.typing import NDArray

AT_ONCE = 50_000


def table(frame: pd.DataFrame, candidates: pd.DataFrame) -> pd.DataFrame:
    """Every field of every candidate: its level and bits; `same` is the truth."""
    people = People(rows.laid_out(rows.checked(frame)))
    left, right = candidates["left"].to_numpy(), candidates["right"].to_numpy()
    parts = [
        _columns(people.beside(left[at : at + AT_ONCE], right[at : at + AT_ONCE]))
        for at in range(0, len(left), AT_ONCE)
    ]
    found = pd.concat(parts, ignore_index=True).assign(left=left, right=right)
    truth = Truth(frame)
    return found.assign(same=np.isin(left * truth.size + right, truth.pairs))


def _columns(evidence: Evidence) -> pd.DataFrame:
    columns: dict[str, NDArray[np.generic]] = {}
    for name in Paired.__annotations__:
        columns[f"names_{name}"] = getattr(evidence.names, name)
    for field in fields(evidence):
        value = getattr(evidence, field.name)
        if hasattr(value, "level"):
            columns[f"{field.name}_level"] = value.level
            columns[f"{field.name}_bits"] = value.bits
    return pd.DataFrame(columns)


def ceiling(known: pd.DataFrame, asked: pd.DataFrame, frame: pd.DataFrame) -> Figures:
    """What a model that was taught on `known` makes of `asked`, the candidates of a frame."""
    prepared()
    files = [FOLDER / name for name in ("known.parquet", "asked.parquet", "taught.parquet")]
    known.to_parquet(files[0])
    asked.to_parquet(files[1])
    command = [str(PYTHON), str(HERE / "ceiling.py"), *map(str, files)]
    subprocess.run(command, check=True)
    found = pd.read_parquet(files[2])
    ids = frame["rec_id"].to_numpy()
    named = pd.DataFrame(
        {"a": ids[found["left"]], "b": ids[found["right"]], "weight": found["weight"]}
    )
    return Truth(frame).figures(named)
