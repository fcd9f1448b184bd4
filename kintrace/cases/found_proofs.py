"""What stands before who decides whether it is the family: each rung, and how photos were shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import ngettext

from kintrace.cases.finding import Compared, LineUp, Photo, Rung
from kintrace.network.lookups import member_or_none

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Proof


def shown(finding: Finding) -> list[dict[str, Any]]:
    """Without a word of what either side said."""
    return [
        {
            "rung": Rung(one.rung).label,
            "compared": Compared(one.compared).label,
            **_how_shown(row),
        }
        for row, one in zip(finding.proofs, finding.compared, strict=True)
    ]


def _how_shown(row: Proof) -> dict[str, str]:
    if "line_up" not in row.rung:
        return {}
    line_up = LineUp.from_json(row.rung["line_up"])
    member = member_or_none(line_up.held_by)
    words = ngettext(
        "Among %(number)d other photo", "Among %(number)d other photos", line_up.others
    )
    return {
        "photo": str(Photo(line_up.photo).label),
        "others": words % {"number": line_up.others},
        "held_by": (member.name or member.sign_in) if member else "",
    }
