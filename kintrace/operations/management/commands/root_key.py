"""`manage.py root_key make|export|import|retire|check`: root keys, and the copy in the safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kintrace.operations import rootkeys
from kintrace.operations.chosen import societies
from kintrace.vault import root

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = (
        "make: the next version. export: seal one for the safe. import: bring it back from there. "
        "retire: take one away that nobody needs. check: which are at hand, and who needs them."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        words = ("make", "export", "import", "retire", "check")
        parser.add_argument("what", choices=words)
        parser.add_argument(
            "file", type=Path, nargs="?", help="export, import: the file for the safe"
        )
        parser.add_argument("--society", metavar="CODE", help="make: of who keeps this one’s key")
        parser.add_argument("--number", type=int, help="export, retire: which version")
        parser.add_argument("--recipient", help="export: age1… whose identity lies in the safe")
        parser.add_argument("--identity", type=Path, help="import: a file with AGE-SECRET-KEY-…")

    def handle(self, *, what: str, **options: Any) -> None:
        doing = {
            "make": self._make,
            "export": self._export,
            "import": self._import,
            "retire": self._retire,
            "check": self._check,
        }
        try:
            doing[what](options)
        except (rootkeys.NotDone, root.RootKeyMissing, OSError) as reason:
            raise CommandError(str(reason)) from None

    def _make(self, options: dict[str, Any]) -> None:
        code = options["society"]
        version, path = rootkeys.make(societies(code)[0] if code else None)
        self.stdout.write(f"Root key {version} was made: {path}")
        self.stdout.write("Export it now, then run manage.py rotate_keys.")

    def _export(self, options: dict[str, Any]) -> None:
        file, recipient = _needed(options, "file"), _needed(options, "recipient")
        version = options["number"] or root.newest()
        rootkeys.export(version, to=file, recipient=recipient, now=timezone.now())
        self.stdout.write(f"Root key {version} lies sealed in {file}. Put it into the safe.")

    def _import(self, options: dict[str, Any]) -> None:
        file, identity = _needed(options, "file"), _needed(options, "identity")
        version = rootkeys.bring_back(file, identity=identity, now=timezone.now())
        self.stdout.write(f"Root key {version} is at hand again. Restart what serves.")
        self.stdout.write("Take the identity off this machine.")

    def _retire(self, options: dict[str, Any]) -> None:
        version = _needed(options, "number")
        rootkeys.retire(version)
        self.stdout.write(f"Root key {version} was taken away. Keep its export for 30 days.")

    def _check(self, options: dict[str, Any]) -> None:
        del options
        shut = 0
        for one in rootkeys.every():
            day = f"exported {one.exported:%Y-%m-%d}" if one.exported else "never exported"
            here = "at hand" if one.at_hand else "NOT AT HAND"
            self.stdout.write(f"{one}: {here}{'' if one.provider else f', {day}'}.")
            for need in one.needed_by:
                self.stdout.write(f"  {need.code} {need.society}: {need.trouble or 'opens.'}")
                shut += bool(need.trouble)
        if shut:
            raise CommandError("Not every society opens: see above, and docs/keys.md.")


def _needed(options: dict[str, Any], name: str) -> Any:
    if not options[name]:
        raise CommandError(f"Say {'the file' if name == 'file' else f'--{name}'} as well.")
    return options[name]
