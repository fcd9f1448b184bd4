"""`manage.py front_pages`: what the web server shows while no process of ours answers it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from kintrace.operations import front


class Command(BaseCommand):
    help = "Write the pages of the web server in front. After collectstatic."
    requires_system_checks = []

    def handle(self, **options: Any) -> None:
        del options
        for file in front.lay():
            self.stdout.write(str(file))
