"""`manage.py expire`: end now what is over in every society, or say what would end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kintrace.operations import ending
from kintrace.operations.chosen import societies
from kintrace.protection.jobs import finish_erasures, unfinished

if TYPE_CHECKING:
    import argparse
    from collections import Counter
    from collections.abc import Callable

    from kintrace.network.models import Society
    from kintrace.protection.retention import Kind

_log = structlog.get_logger()


class Command(BaseCommand):
    help = "End what is over in every society, as the worker does each day; an error on any doubt."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--society", metavar="CODE", help="one society; all without it")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would end, and change nothing"
        )

    def handle(self, **options: Any) -> None:
        rehearsal = options["dry_run"]
        do = ending.would_end if rehearsal else ending.end
        doubts = [self._in(society, do) for society in societies(options["society"])]
        if not rehearsal:
            doubts += [self._left_in(society) for society in societies(options["society"])]
        if any(doubts):
            raise CommandError("Not everything that is over has ended: see above.")

    def _in(self, society: Society, do: Callable[..., Counter[Kind]]) -> bool:
        """Do or rehearse it in one society; whether a doubt is left."""
        try:
            ended = do(society.pk, timezone.localdate())
        except Exception:  # noqa: BLE001  # the others have their turn, and the command ends badly
            _log.exception("expire.failed", society=str(society.pk))
            self.stdout.write(f"{society.code}: could not be done.")
            return True
        counted = ", ".join(f"{kind.value} {number}" for kind, number in sorted(ended.items()))
        self.stdout.write(f"{society.code}: {counted or 'nothing is over'}.")
        return False

    def _left_in(self, society: Society) -> bool:
        """Whether something over its time, or a key of something erased, is there still."""
        try:
            left = ending.would_end(society.pk, timezone.localdate()).total()
            finish_erasures.call()
            left += unfinished(society.pk)
        except Exception:  # noqa: BLE001  # was said above
            return True
        if left:
            self.stdout.write(f"{society.code}: {left} left that should be gone.")
        return bool(left)
