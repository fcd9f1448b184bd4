"""`manage.py export_listings`: the services of a society as HSDS 3.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from kintrace.directory import lookups
from kintrace.directory.hsds import writing
from kintrace.network.lookups import society_coded
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Write every service of a society to a file, as Open Referral HSDS 3.0 in JSON."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--society", required=True, metavar="CODE")

    def handle(self, *, file: Path, society: str, **options: Any) -> None:
        try:
            found = society_coded(society)
        except Http404:
            raise CommandError(f"There is no society {society}.") from None
        with reading_as(found.pk):
            services = writing.services(lookups.every_listing(found.pk))
        text = json.dumps(services, ensure_ascii=False, indent=1)
        file.write_text(text + "\n", encoding="utf-8")
        self.stdout.write(f"Written: {len(services)} services to {file}")
