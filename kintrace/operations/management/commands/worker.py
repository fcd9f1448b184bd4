"""`manage.py worker`: runs jobs and duties; stops cleanly on SIGTERM."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog
from django.core.management.base import BaseCommand

from kintrace.operations.reaper import PATIENCE, Patience
from kintrace.operations.worker import Shift

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Run jobs, give back those of workers that died, and do what falls due."
    requires_system_checks = []  # they load every page, which a worker never shows

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--with-parent", action="store_true", help="end when the parent ends")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds between looks")
        parser.add_argument(
            "--lease",
            type=float,
            default=PATIENCE.lease.total_seconds(),
            help="seconds after its worker's last sign of life when a job counts as lost",
        )
        parser.add_argument(
            "--longest",
            type=float,
            default=PATIENCE.longest.total_seconds(),
            help="seconds after which a job hangs, and this worker is ended",
        )
        parser.add_argument(
            "--memory",
            type=int,
            default=1024,
            help="MB beyond which the worker ends, to be started anew; 0: any",
        )
        parser.add_argument("--attempts", type=int, default=PATIENCE.attempts)

    def handle(self, *, attempts: int, **options: Any) -> None:
        spans = {name: timedelta(seconds=options[name]) for name in ("lease", "longest")}
        shift = Shift(
            patience=Patience(attempts=attempts, **spans),
            pause=options["pause"],
            with_parent=options["with_parent"],
            most_memory=options["memory"],
        )
        shift.listen()
        try:
            shift.work()
        except Exception:  # noqa: BLE001  # Python's own traceback would print the message
            structlog.get_logger().exception("worker.crashed")
            sys.exit(1)
