"""Why a family was parted, where that decides who may be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.children_told import PARTED
from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import may_search
from kintrace.cases.lookups.children import answers_of
from kintrace.cases.lookups.transfers import societies_to_ask, transfers_of, transfers_of_child
from kintrace.cases.models import Case

if TYPE_CHECKING:
    from kintrace.cases.models import Child, Transfer
    from kintrace.network.models import Society


def reason_of(search: Case | Child) -> str:
    """As it is told now; "" where nobody told it. A child's lies in the box of its team: raises
    BoxIsShut."""
    if isinstance(search, Case):
        return str(search.circumstances["reason"])
    return next(iter(answers_of(search, PARTED).get("cause", [])), "")


def is_detained(search: Case | Child) -> bool:
    return reason_of(search) == Reason.DETENTION


def may_search_for(society: Society, search: Case | Child) -> bool:
    """Whether a society may search: for somebody detained a delegation of the ICRC alone."""
    return may_search(society.kind, reason=reason_of(search))


def societies_for(search: Case | Child) -> list[Society]:
    """Those that can be asked to search, and may be."""
    every = societies_to_ask(search.society_id)
    return [one for one in every if may_search_for(one, search)]


def asked_though_detained(search: Case | Child) -> list[Society]:
    """Who searches still, since before it was known that somebody is detained."""
    out = [one.chosen for one in _every_transfer(search) if one.is_out]
    return [one for one in out if not may_search_for(one, search)]


def _every_transfer(search: Case | Child) -> list[Transfer]:
    return transfers_of(search) if isinstance(search, Case) else transfers_of_child(search)
