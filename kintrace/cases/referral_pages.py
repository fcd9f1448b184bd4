"""What pages show of people who were passed on to somebody else who helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.panels import is_accepted
from kintrace.cases.referral import GOING_ON, Part
from kintrace.cases.referral_words import Helper

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Whose
    from kintrace.cases.models import Case, Referral
    from kintrace.network.models import Member


def rows(subject: UUID) -> list[dict[str, Any]]:
    """Each referral of a person in a line."""
    return [line(one) for one in lookups.referrals_of(subject)]


def line(referral: Referral) -> dict[str, Any]:
    helped = lookups.helped_in(referral)
    return {
        "referral": referral,
        "helper": Helper(helped.helper).label,
        "name": helped.name,
        "parts": [Part(one).label for one in helped.parts],
        "going_on": referral.standing in GOING_ON,
    }


class Panel:
    """On the page of a case: to whom the one who searches was passed on."""

    template = "cases/referrals.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        del by
        return {"case": case, "rows": rows(case.subject), "may_refer": is_accepted(case)}


def shown(referral: Referral, whose: Whose) -> dict[str, Any]:
    """The context of the page of one referral."""
    return {**line(referral), "whose": whose, "result": lookups.read_result(referral)}
