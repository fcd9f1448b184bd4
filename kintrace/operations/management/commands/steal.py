"""`manage.py steal`: fill a house of its own with planted strings, and search what a thief gets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.operations.steal.__main__ import SAID
from kintrace.operations.steal.cheap import live_cheaply
from kintrace.operations.steal.theft import steal

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Fill a fresh database with planted strings, use everything, and search every file."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--rows", type=int, default=16, help="cases to fill in")
        parser.add_argument("--postgres", action="store_true", help="on a private PostgreSQL")
        parser.add_argument("--running", nargs="?", const="1", default="", help="from servers")
        parser.add_argument("--cheap", action="store_true", help="for tests of every day")
        parser.add_argument("--inside", action="store_true", help="in the house made for it")

    def handle(
        self, *, rows: int, postgres: bool, running: str, cheap: bool, inside: bool, **_: Any
    ) -> None:
        if not inside:  # never in the database of an installation
            words = [f"--rows={rows}", *["--postgres"] * postgres, f"--running={running}"]
            sys.exit(_elsewhere(words + ["--cheap"] * cheap))
        if "KINTRACE_STEAL_OWNER" not in os.environ:
            raise CommandError("Start it without --inside: it makes a house of its own.")
        if cheap:
            live_cheaply()
        sys.exit(0 if steal(rows=rows, running=running, say=self.stdout.write) else SAID)


def _elsewhere(words: list[str]) -> int:
    root = Path(__file__).resolve().parents[4]
    command = [sys.executable, "-m", "kintrace.operations.steal", *words]
    return subprocess.run(command, cwd=root, check=False).returncode  # noqa: S603 our own command
