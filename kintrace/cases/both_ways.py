"""The page of other societies: what they ask of this one, and what this one asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from kintrace.cases import lookups
from kintrace.cases.transfer_pages import HERE
from kintrace.cases.transfers import Stand

if TYPE_CHECKING:
    from django.http import QueryDict

    from kintrace.cases.models import Incoming
    from kintrace.network.models import Member

PAGE = 50


def shown(member: Member, asked: QueryDict) -> dict[str, Any]:
    """The context of the page: two lists, each turned by itself while the other stays."""
    came = Paginator(lookups.incoming_of(member), PAGE).get_page(asked.get("came"))
    out = Paginator(lookups.transfers_out(member), PAGE).get_page(asked.get("out"))
    return {
        "came": came,
        "lines": [(one, _stands_here(one)) for one in came],
        "out": out,
        "keep_came": f"came={came.number}&",
        "keep_out": f"out={out.number}&",
    }


def _stands_here(one: Incoming) -> str:
    return str(HERE.get(Stand(one.state), Stand(one.state).label))
