"""`python -m kintrace.matching link IN OUT --engine duckdb|spark`: a file of descriptions → pairs.

Files are parquet, or CSV with a head line. Needs no database and no settings.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMATS = (".parquet", ".csv")


def options(told: Sequence[str] | None) -> argparse.Namespace:
    """What is asked for; ends the program where it cannot be understood."""
    parser = argparse.ArgumentParser(prog="python -m kintrace.matching", description=__doc__)
    work = parser.add_subparsers(dest="work", required=True)
    link = work.add_parser("link", help="find the rows that may tell of one person")
    link.add_argument("source", metavar="IN", type=_file, help="descriptions: parquet or CSV")
    link.add_argument("target", metavar="OUT", type=_file, help="pairs: parquet or CSV")
    link.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    link.add_argument(
        "--checkpoints", type=Path, help="folder from which a run that broke off is taken up"
    )
    return parser.parse_args(told)


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text} is neither .parquet nor .csv")
    return path


def linked(told: argparse.Namespace) -> None:
    """Read, link, write. OSError, ValueError, ImportError or TooManyPairs say what hinders."""
    from kintrace.matching import linkage  # noqa: PLC0415 the extra brings what it needs

    frame = _read(told.source)
    told.target.parent.resolve(strict=True)
    found = linkage.link(frame, engine=told.engine, checkpoints=told.checkpoints, say=linkage.loud)
    if told.target.suffix == ".csv":
        found.to_csv(told.target, index=False)
    else:
        found.to_parquet(told.target, index=False)


def _read(source: Path) -> Any:
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    try:
        if source.suffix == ".csv":
            return pd.read_csv(source, dtype=str, keep_default_na=False)
        return pd.read_parquet(source)
    except (pa.ArrowInvalid, pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeError):
        raise ValueError(f"{source} cannot be read as {source.suffix[1:]}.") from None


def main(told: Sequence[str] | None = None) -> int:
    """0, or 1 with a sentence on the error stream."""
    asked = options(told)
    try:
        linked(asked)
    except (OSError, ValueError, ImportError, RuntimeError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
