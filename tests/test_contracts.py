"""The contracts between the folders are the ones their generator writes."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_committed_contracts_are_the_generated_ones() -> None:
    generator = runpy.run_path(str(ROOT / "deploy" / "contracts.py"))
    written: str = generator["written"]()
    assert (ROOT / ".importlinter").read_text() == written, (
        "run: .venv/bin/python deploy/contracts.py"
    )
