"""`manage.py doctor`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

import kintrace
from kintrace.operations.doctor import Finding, State
from kintrace.operations.doctor.table import examine

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Look at everything this process needs; end with an error when something is wrong."
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="the same for a machine")

    def handle(self, *, json: bool, **options: Any) -> None:
        del options
        found = examine()
        if json:
            self.stdout.write(_in_json(found))
        else:
            version = f"Kintrace {kintrace.__version__}, Python {platform.python_version()}."
            self.stdout.write(version)
            for one in found:
                self.stdout.write(_line(one))
        if wrong := sum(one.state is State.TROUBLE for one in found):
            raise CommandError(f"{wrong} things are wrong.")


def _in_json(found: list[Finding]) -> str:
    return json.dumps([asdict(one) for one in found], indent=1)


def _line(one: Finding) -> str:
    line = f"{one.name}: {one.state.value}"
    line += f". {one.what}" if one.what else ""
    return line + (f"\n    {one.mend}" if one.mend else "")
