"""What visitors and members were promised while something broke, against what is there."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.audit.lookups import verify
from tests.drills.faults.clerks import Clerks, Kept, kept
from tests.drills.ledgers import Comparison, compare

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.visitors import Crowd

PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Promises:
    """Messages, notes and the audit chain of the society."""

    messages: Comparison
    notes: Kept
    chain_holds: bool

    @property
    def are_kept(self) -> bool:
        return (
            self.messages.is_whole
            and not (self.notes.lost or self.notes.twice)
            and self.chain_holds
        )

    @property
    def words(self) -> str:
        chain = "whole" if self.chain_holds else "broken"
        return f"{self.messages.words}; {self.notes.words}; audit chain {chain}"


def promises(stage: Stage, case: Case, crowd: Crowd, desks: Clerks) -> Promises:
    return Promises(
        compare(stage.scene, crowd.acknowledged),
        kept(stage.scene, case, desks.acknowledged),
        verify(stage.scene.society.pk) == [],
    )


def acknowledged_again(crowd: Crowd, desks: Clerks) -> float:
    """Seconds until a message and a note that were begun after this moment are acknowledged. As
    many as there are who write may have been under way."""
    begun = time.monotonic()
    visitors = len(crowd.acknowledged) + crowd.size + 1
    members = len(desks.acknowledged) + len(desks.clerks) + 1
    while len(crowd.acknowledged) < visitors or len(desks.acknowledged) < members:
        assert time.monotonic() - begun < PATIENCE, f"not back: {crowd.answers} {desks.answers}"
        time.sleep(0.02)
    return time.monotonic() - begun
