"""What the pages show of a child's search at other societies, for its team alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.cases import lookups, transfer_pages
from kintrace.cases.children_states import SEARCHED, ChildState
from kintrace.cases.children_words import Agreed
from kintrace.cases.forms_children import KIN
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from kintrace.cases.models import Child, Transfer
    from kintrace.network.models import Member


def elsewhere(child: Child) -> dict[str, Any]:
    """Each with its thread and what comes next, the newest first."""
    lines = [
        (one, transfer_pages.knots(one), transfer_pages.says(one))
        for one in lookups.transfers_of_child(child)
    ]
    detained = lookups.is_detained(child)
    can_ask = not detained or bool(lookups.societies_for(child))
    return {
        "lines": lines,
        "may_ask": child.state == ChildState.TRACING and can_ask,
        "detained": detained,
        "search_still": lookups.asked_though_detained(child),
        "messages": list(lookups.sent_by(child.subject))[::-1],
        "may_write": child.state in SEARCHED,
    }


def of_a_child(transfer: Transfer, *, by: Member) -> dict[str, Any]:
    """Whom it is about and what the child said; and whether this member may send it."""
    if transfer.child is None:
        return {}
    is_second = by.pk not in {transfer.made_by_id, transfer.checked_by_id}
    return {
        "child": transfer.child,
        "ground": _ground(transfer),
        "may_send": is_second and has(by, Right.PROTECT_CHILDREN),
    }


def _ground(transfer: Transfer) -> list[tuple[str, str]]:
    said = lookups.ground_of(transfer)
    if said is None:
        return []
    return [
        (_("Who is sought"), f"{dict(KIN).get(said['relation'], '')} · {said['name']}"),
        (_("What the child says"), str(Agreed(said["agreed"]).label)),
    ]
