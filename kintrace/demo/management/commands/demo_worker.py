"""`manage.py demo_worker`: a worker that also makes what the network lacks, when it has time."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kintrace.demo.filling import go_on_or_match
from kintrace.operations.worker import Shift

GIVES_WAY = 10  # to whoever looks at the pages meanwhile


class Command(BaseCommand):
    help = "Run jobs and duties, match, and fill the demo's network. Only with KINTRACE_DEMO=1."
    requires_system_checks = []  # they load every page, which a worker never shows

    def handle(self, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This makes invented people; it runs in the demo only.")
        os.nice(GIVES_WAY)
        shift = Shift(with_parent=True, otherwise=go_on_or_match)
        shift.listen()
        shift.work()
