"""How long a society keeps things, within the bounds of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.network.actions import settle_retention
from kintrace.network.lookups import retention_of
from kintrace.protection import keeping
from kintrace.protection.refusals import OutOfBounds
from kintrace.protection.retention import TABLE, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.network.models import Member


@transaction.atomic
def settle(days: Mapping[Kind, int], *, seen: str | None = None, by: Member) -> list[Kind]:
    """Settle how many days the member's society keeps each kind; answers which have changed.

    A shorter time counts after the grace, from the next daily run. `seen` is the version the page
    showed, where a page did: what somebody settled since stays. Runs inside
    `reading_as(by.society_id)`. Raises OutOfBounds, ChangedElsewhere.
    """
    now = keeping.chosen(by.society_id)
    changed = {kind: chosen for kind, chosen in days.items() if chosen != now.get(kind)}
    for kind, chosen in changed.items():
        _require_within(kind, chosen)
    if changed:
        settled = retention_of(by.society_id) | {
            kind.value: _settled(kind, chosen) for kind, chosen in changed.items()
        }
        settle_retention(settled=settled, seen=seen, by=by)
    return list(changed)


def _settled(kind: Kind, days: int) -> dict[str, int | str]:
    since = timezone.localdate().isoformat()
    return {"days": days, "before": keeping.term(kind).days, "since": since}


def _require_within(kind: Kind, days: int) -> None:
    line = TABLE[kind]
    if not line.is_settled_here:
        raise OutOfBounds(
            _("%(kind)s: this time is the same for every society.") % {"kind": kind.label}
        )
    if not line.shortest <= days <= line.longest:
        raise OutOfBounds(
            _("%(kind)s: choose between %(shortest)d and %(longest)d days.")
            % {"kind": kind.label, "shortest": line.shortest, "longest": line.longest}
        )
