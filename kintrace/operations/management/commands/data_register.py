"""`manage.py data_register`: writes the register of data; with --check only says if it is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.operations import data_register as register
from kintrace.protection.data_register import NotInRegister

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Write docs/data-protection/register.md from the models, or check that it is up to date."
    requires_system_checks = []  # it reads models and writes a page; no address is needed

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when stale")

    def handle(self, *, check: bool, **options: Any) -> None:
        try:
            page = register.written()
        except NotInRegister as missing:
            raise CommandError(
                f"Declare it in kintrace/protection/data_register: {missing}."
            ) from None
        place = register.where()
        if not check:
            place.write_text(page, encoding="utf-8")
            self.stdout.write(f"Written: {place}")
        elif not place.is_file() or place.read_text(encoding="utf-8") != page:
            raise CommandError("The register is out of date. Run: manage.py data_register")
