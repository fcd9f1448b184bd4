"""`manage.py make_matching_pair FOLDER`: both halves of the network's matching pair, once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.vault import matching_pair

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = (
        "Lay matching.pub, which every staff side gets, and matching.key, which the matching "
        "worker alone gets, into a folder. One pair for the whole network."
    )
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, folder: Path, **_: Any) -> None:
        try:
            matching_pair.make(folder)
        except FileExistsError:
            raise CommandError(f"{folder} holds a pair already. It stays as it is.") from None
        except OSError as trouble:
            raise CommandError(f"No pair was made: {trouble}") from None
        self.stdout.write(f"Made: {folder}/matching.pub and {folder}/matching.key")
