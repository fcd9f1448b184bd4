"""`manage.py prepare_demo`: database, files and the invented network, once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from kintrace.demo.filling import prepare


class Command(BaseCommand):
    help = "Make the demo's data where they are missing. Only with KINTRACE_DEMO=1."

    def handle(self, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This makes invented people; it runs in the demo only.")
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        prepare(self.stdout.write)
