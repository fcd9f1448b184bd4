"""What works and what does not, part by part, in the words of members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.operations import lookups

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from kintrace.operations.models import Look

WORKER = "worker"
GONE_AFTER = timedelta(minutes=15)  # no sign of life: then members are told
STALE_AFTER = timedelta(minutes=30)  # what was seen longer ago says nothing of now

NAMES: dict[str, Promise] = {
    "public": _("The wall and its pages"),
    WORKER: _("The worker that sends, reminds and searches"),
    "queue": _("Work that waits for the worker"),
    "failed": _("Work that failed for good"),
    "mail": _("Letters"),
    "backups": _("Backups"),
    "anchors": _("The signed audit"),
    "disk": _("Room on the disk"),
}
# What is so when it does not work, and what somebody at a desk can do meanwhile.
MEANWHILE: dict[str, Promise] = {
    "public": _(
        "Visitors may not reach the wall. What they sent is kept. Tell people by phone and at the "
        "desk; you can work here as always."
    ),
    WORKER: _(
        "Letters, reminders and searches are late. Nothing is lost: all of it is done when the "
        "worker runs again. A photo that you take down is down at once."
    ),
    "queue": _("Letters and searches are late. Nothing is lost, and you can work as always."),
    "failed": _(
        "Something that the worker should have done is left undone. The network’s administrator "
        "looks at it."
    ),
    "mail": _(
        "Letters are late, and nothing is lost: they are sent when the mail server answers. Call "
        "whoever waits for an invitation or a new password."
    ),
    "backups": _(
        "Nothing changes for you. The newest copy is older than a day; the network’s administrator "
        "looks after it."
    ),
    "anchors": _(
        "Nothing changes for you. What was done is written down as always; it is not signed at "
        "the moment."
    ),
    "disk": _(
        "The disk is nearly full. Photos and papers may be refused; what you typed is given back "
        "to you. The network’s administrator makes room."
    ),
}


@dataclass(frozen=True)
class Part:
    """One part of the house. well: None where nobody knows; seen: when somebody looked last."""

    key: str
    well: bool | None
    since: datetime | None
    seen: datetime | None
    number: int | None = None
    moment: datetime | None = None

    @property
    def name(self) -> Promise:
        return NAMES[self.key]

    @property
    def meanwhile(self) -> Promise | str:
        """What a member can do, where it does not work."""
        return MEANWHILE[self.key] if self.well is False else ""


def parts() -> list[Part]:
    """Every part, in the order of the page."""
    looks = lookups.looks()
    return [_worker() if key == WORKER else _part(key, looks.get(key)) for key in NAMES]


def broken(*keys: str) -> list[Part]:
    """Those of these parts that are known not to work."""
    return [part for part in parts() if part.key in keys and part.well is False]


def _worker() -> Part:
    last = lookups.last_beat()
    if last is None:
        return Part(WORKER, None, None, None)
    gone = timezone.now() - last > GONE_AFTER
    return Part(WORKER, not gone, last if gone else lookups.working_since(), last)


def _part(key: str, look: Look | None) -> Part:
    if look is None:
        return Part(key, None, None, None)
    known = look.well if timezone.now() - look.at < STALE_AFTER else None
    return Part(key, known, look.since, look.at, look.number, look.moment)
