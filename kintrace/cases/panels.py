"""Blocks of our own on the page of a case, beside those of folders above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


class Certificates:
    """What was asked for and given. Alike whether or not somebody is on hold (decision 024)."""

    template = "cases/attestations.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        del by
        every = lookups.attestations_of(case)
        under_way = any(one.state != "withdrawn" for one in every)
        return {"case": case, "attestations": every, "may_ask": not (under_way or case.closed)}


OWN = (Certificates(),)
