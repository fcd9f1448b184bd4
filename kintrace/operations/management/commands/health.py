"""`manage.py health`: prints ok, or what is wrong and ends with an error."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.operations.health import troubles


class Command(BaseCommand):
    help = "Say ok, or what is wrong with this installation (and end with an error)."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        del args, options
        found = troubles()
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("ok")
