"""`manage.py matcher`: the matching worker, a process of its own; stops cleanly on SIGTERM."""

from __future__ import annotations

import signal
import sys
import time
from typing import TYPE_CHECKING, Any

import structlog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone

from kintrace.matching import network
from kintrace.matching.sweep import sweep
from kintrace.vault import matching_pair

if TYPE_CHECKING:
    import argparse
    from types import FrameType

_log = structlog.get_logger()
PAUSE = 5.0  # seconds between looks when nothing is new
AT_NIGHT = 2  # o'clock
NEEDS_MORE = "A sweep needs the packages of the “linkage” extra: pip install “kintrace[linkage]”."


def _quiet(_sentence: str) -> None:
    """Nobody looks on at night."""


class Command(BaseCommand):
    help = (
        "Hold the cards that societies let the network compare beside each other, and propose "
        "pairs. Runs with KINTRACE_SIDE=matcher, the database role of the matcher, the private "
        "half of the matching pair (KINTRACE_MATCHING_KEY), and no root key."
    )
    requires_system_checks = []  # they load every page, which this process never shows
    stopping = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="work until nothing is new, and end"
        )
        parser.add_argument(
            "--sweep", action="store_true", help="hold everybody beside everybody once, and end"
        )
        parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between looks")

    def handle(self, **options: Any) -> None:
        if settings.SIDE not in {"matcher", "both"}:
            raise CommandError("Set KINTRACE_SIDE=matcher: this process serves nobody else.")
        try:
            with matching_pair.private_half():
                pass
        except matching_pair.NoMatchingPair as missing:
            raise CommandError(str(missing)) from None
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        _log.info("matcher.started")
        try:
            if options["sweep"]:
                self._sweep(loudly=True)
            else:
                self._work(once=options["once"], pause=options["pause"])
        except CommandError:
            raise
        except Exception:  # noqa: BLE001  # Python's own traceback would print the message
            _log.exception("matcher.crashed")
            sys.exit(1)
        _log.info("matcher.stopped")

    def _work(self, *, once: bool, pause: float) -> None:
        swept = timezone.localdate()
        while not self.stopping:
            done = self._turn()
            if not once and swept != timezone.localdate() and timezone.localtime().hour == AT_NIGHT:
                swept = timezone.localdate()
                self._sweep(loudly=False)
            if once and not done:
                return
            if not done:
                time.sleep(pause)

    def _turn(self) -> int:
        close_old_connections()
        try:
            done = network.turn()
        except (OperationalError, InterfaceError):
            _log.exception("matcher.no_database")
            connections.close_all()
            return 0
        if done:
            _log.info("matcher.turn")
        return done

    def _sweep(self, *, loudly: bool) -> None:
        say = self.stderr.write if loudly else _quiet
        try:
            sweep(say)
            _log.info("matcher.swept")
        except ImportError:
            _log.warning("matcher.no_linkage")
            if loudly:
                raise CommandError(NEEDS_MORE) from None
        except (OperationalError, InterfaceError):
            _log.exception("matcher.no_database")
            connections.close_all()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """A signal's handler: end after the turn at hand."""
        del number, frame
        self.stopping = True
