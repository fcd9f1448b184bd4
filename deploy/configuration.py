"""Writes docs/configuration.md from the table of knobs (kintrace/config/knobs.py)."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kintrace.config import knobs  # noqa: E402 - after the path

if __name__ == "__main__":
    (ROOT / "docs" / "configuration.md").write_text(knobs.written(), encoding="utf-8")
