"""The standing search of what other societies ask of us: held beside our own people by the worker.

The page of a request holds it beside them anew each time it is opened (`asked.py`); this tells the
work list that there is somebody to look at.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.cases.asked_card import card_asked_for
from kintrace.matching import actions, lookups
from kintrace.matching.asked import likely_ours
from kintrace.names.remembering import forget
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from kintrace.cases.models import Incoming
    from kintrace.people.lookups import Found

AT_ONCE = 20  # requests in one transaction


def hold_requests() -> int:
    """One turn, inside `reading_as` a society; answers how many requests had theirs."""
    actions.forget_ended()
    turn = lookups.requests_to_hold(AT_ONCE)
    for request in turn:
        actions.note_meant(request, _found_for(request))
    forget()
    return len(turn)


def _found_for(request: Incoming) -> list[Found]:
    """Nobody where it may not be shared with us at this moment, or lies in a box that is shut."""
    whom = cases.afar_of(request)
    if whom is None or not cases.may_be_shared(whom.transfer):
        return []
    card = None
    with suppress(KeyNotAtHand):
        card = card_asked_for(whom)
    return [hit.found for hit in likely_ours(whom, card)] if card else []
