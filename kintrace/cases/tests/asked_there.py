"""What members find in their work lists of searches that go between two societies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import worklist_transfers
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.neighbours import Work
    from kintrace.network.models import Member

ASKS = "Society NM asks you to search."


def lines(member: Member) -> list[Work]:
    with reading_as(member.society_id, member=member.pk):
        return list(worklist_transfers.transfers(member))


def work(member: Member) -> list[str]:
    return [one.what for one in lines(member)]
