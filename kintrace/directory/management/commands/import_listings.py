"""`manage.py import_listings`: services of another system, shown first and taken with --write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from kintrace.directory import importing
from kintrace.directory.outcomes import Outcome
from kintrace.network.access import Right, has
from kintrace.network.lookups import member_named
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    import argparse

    from kintrace.network.models import Member


class Command(BaseCommand):
    help = (
        "Read services from a file (Open Referral HSDS 3.0 in JSON) and say row by row what would "
        "come of them. Nothing changes without --write. Numbers are kept; what is older than what "
        "stands here never wins; contacts, which name people, are never taken."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--society", required=True, metavar="CODE")
        parser.add_argument(
            "--as", dest="member", required=True, metavar="MEMBER", help="who takes them over"
        )
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            choices=[code for code, _name in settings.LANGUAGES],
            help="in which the file is written, where it does not say so",
        )
        parser.add_argument("--write", action="store_true", help="take them, and not only look")

    def handle(self, *, file: Path, write: bool, language: str, **options: Any) -> None:
        by = _member(options["member"], options["society"])
        try:
            services = importing.services_in(file)
        except importing.NoSuchFile as wrong:
            raise CommandError(str(wrong)) from None
        with reading_as(by.society_id, member=by.pk), transaction.atomic():
            rows = list(importing.take(services, language=language, by=by))
            transaction.set_rollback(not write)
        for row in rows:
            self.stdout.write(str(row))
        self.stdout.write(importing.summed_up(rows))
        self.stdout.write("Taken." if write else "Nothing was changed. With --write it is taken.")
        if any(row.outcome is Outcome.BAD for row in rows):
            raise CommandError("Some rows were not taken: correct them and try the file again.")


def _member(sign_in: str, society: str) -> Member:
    member = member_named(sign_in)
    if (
        member is None
        or not has(member, Right.KEEP_LISTINGS)
        or member.society.code != society.upper()
    ):
        raise CommandError(f"{sign_in} is no member of {society} who keeps listings.")
    return member
