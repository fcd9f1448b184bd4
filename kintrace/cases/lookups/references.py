"""A reference code that nobody has yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.reference import new_reference

if TYPE_CHECKING:
    from kintrace.cases.models import CameForward, Case, RedCrossMessage
    from kintrace.network.models import Member


def unused_reference(kind: type[Case | CameForward | RedCrossMessage], by: Member) -> str:
    """One for a new row of this kind. Of a hundred thousand codes that are only drawn at random two
    are the same in one society of four, and somebody's form would break off."""
    while True:
        drawn = new_reference(by.society.code)
        if not kind.objects.filter(reference=drawn).exists():
            return drawn
