"""From a backup, or from a moment PostgreSQL went back to, to an installation that serves again.

Everything that was said since is done again behind the wall (`restoring.py`). Broken off at any
point, the same begins anew: what was half brought back is thrown away, or done again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.audit import anchors
from kintrace.audit import lookups as audit
from kintrace.audit.jobs import sign_restored_heads
from kintrace.network.lookups import is_known, societies_in_care, without_administrator
from kintrace.operations import restore, restoring
from kintrace.operations.opening import NotRestored
from kintrace.operations.replay import replay

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kintrace.operations.opening import Identities
    from kintrace.operations.replay import Replayed


@dataclass(frozen=True)
class Brought:
    """What was brought back, and what has to be said of it."""

    made: datetime
    known: int  # erasures in the ledger
    done: Replayed
    alone: list[str]  # societies in which nobody is left who lets members in
    lost: list[str]  # societies founded since
    broken: list[str]  # societies whose audit is not whole


def from_backup(folder: Path, identities: Identities, *, signed: Path, owner: str) -> Brought:
    """The newest whole backup of a folder into the empty database. Raises NotRestored."""
    known = restore.require_ledger(signed)
    backup = restore.newest(folder)
    made = backup.made
    restore.require_young_ledger(restore.require_whole(backup, identities))
    restore.load(backup, identities, owner=owner)
    return _finished(made, known, owner)


def to_a_moment(
    moment: datetime,
    *,
    signed: Path,
    owner: str,
    media: tuple[restore.Backup, Identities] | None,
) -> Brought:
    """After PostgreSQL was brought to a moment: all that was said since. Raises NotRestored."""
    known = restore.require_ledger(signed)
    if media:
        restore.require_whole(*media)
    try:
        reached = restoring.shut(owner)
    except restoring.NotShut as reason:
        raise NotRestored(str(reason)) from reason
    if media:
        restore.bring_media(*media)
    return _finished(min(moment, reached or moment), known, owner)


def _finished(made: datetime, known: int, owner: str) -> Brought:
    """Do everything again that was said since, and open."""
    with restoring.behind():
        sign_restored_heads(one.pk for one in societies_in_care())
        done = replay(made=made)
        heads = anchors.read(anchors.folder())
        brought = Brought(
            made,
            known,
            done,
            [one.code for one in without_administrator()],
            sorted({one.society for one in heads if not is_known(UUID(one.society))}),
            [one.code for one in societies_in_care() if audit.verify(one.pk, heads)],
        )
    restoring.open_again(owner)
    return brought
