"""`manage.py found`: the network's office and an administrator of it; prints how they come in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kintrace.network import actions, jobs
from kintrace.network.actions.joining import GOOD_FOR
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = (
        "Found the network's office and invite an administrator of the network. Their address "
        "works once and is printed: hand it to them yourself. Run it again for another "
        "administrator, or for a new address of one who has not joined."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("code", help="2 to 8 letters, such as NET")
        parser.add_argument("--name", required=True, help="of the office; everybody may read it")
        parser.add_argument("--country", required=True, help="two letters, such as CH")
        parser.add_argument("--language", action="append", dest="languages", default=[])
        parser.add_argument("--desk", required=True, help="https://… where members sign in")
        parser.add_argument("--administrator", required=True, help="their sign-in name")
        parser.add_argument("--administrator-name", required=True)
        parser.add_argument("--administrator-email", required=True)

    def handle(self, code: str, *, desk: str, **said: Any) -> None:
        if not settings.HAS_STAFF:
            raise CommandError("Run this on the staff side: it makes a key.")
        origin = _origin(desk)
        try:
            office = actions.open_network(
                code, name=said["name"], country=said["country"], languages=_spoken(said)
            )
            address = actions.name_administrator(
                office,
                sign_in=said["administrator"],
                name=said["administrator_name"],
                email=said["administrator_email"],
                door=partial(jobs.address, origin),
            )
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from None
        except ValidationError as wrong:
            raise CommandError(" ".join(wrong.messages)) from None
        hours = int(GOOD_FOR.total_seconds()) // 3600
        self.stdout.write(f"{office.code} stands. This address works once, within {hours} hours:")
        self.stdout.write(address)


def _spoken(said: dict[str, Any]) -> list[str]:
    known = dict(settings.LANGUAGES)
    languages = said["languages"] or [settings.LANGUAGE_CODE]
    if unknown := [one for one in languages if one not in known]:
        raise CommandError(f"--language {unknown[0]} is none of {', '.join(known)}.")
    return list(languages)


def _origin(desk: str) -> str:
    """Scheme and host alone; an address without TLS would carry the link in clear."""
    parts = urlsplit(desk)
    scheme = "https" if settings.TLS else parts.scheme
    if parts.scheme != scheme or not parts.netloc or parts.path.strip("/"):
        raise CommandError("--desk must be an address such as https://desk.example.org")
    return f"{parts.scheme}://{parts.netloc}"
