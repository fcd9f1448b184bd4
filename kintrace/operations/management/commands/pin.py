"""`manage.py pin CODE FINGERPRINT`: what two officers read to the operator after a ceremony."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kintrace.operations.chosen import societies
from kintrace.vault.pins import pin, pinned

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = (
        "Pin the fingerprint of a society's signing list: from then on visitors' words are sealed "
        "to its boxes. Only after both officers read it to you, on a line that you called."
    )
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("code", help="of the society")
        parser.add_argument("fingerprint", help="64 letters and digits, as the page shows them")
        parser.add_argument("--instead", action="store_true", help="of the one that is pinned")

    def handle(self, code: str, fingerprint: str, *, instead: bool, **_: Any) -> None:
        heard = re.sub(r"[\s:-]", "", fingerprint).lower()
        if not re.fullmatch(r"[0-9a-f]{64}", heard):
            raise CommandError("A fingerprint is 64 digits and letters from a to f.")
        (society,) = societies(code)
        before = pinned(society.pk)
        if before not in {None, heard} and not instead:
            raise CommandError(
                "Another fingerprint is pinned. Where two officers renewed the list, say --instead."
            )
        pin(society.pk, heard)
        self.stdout.write(f"{society.code}: pinned in {settings.PINS}.")
