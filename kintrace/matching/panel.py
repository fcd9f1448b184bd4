"""On the case page: likely people for everybody in the case, and whether others may compare it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.cases.panels import is_accepted
from kintrace.matching import lookups
from kintrace.matching.forms import CompareForm
from kintrace.matching.pair_pages import lines
from kintrace.network.access import Right, has
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose
from kintrace.vault.matching_pair import public_half

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


class Panel:
    """Pairs that stand. Alike whether or not somebody is on hold (decision 024)."""

    template = "matching/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        people = cases.subjects_in(case)
        basis = bases_in_force(case.subject, Purpose.COMPARE).first()
        may_ask = basis is None and is_accepted(case) and has(by, Right.CHANGE_CASES)
        return {
            "case": case,
            "lines": lines(by, lookups.pairs_about(by, people)),
            "basis": basis,
            "network_compares": public_half() is not None,
            "form": CompareForm(auto_id="compare-%s") if may_ask else None,
        }
