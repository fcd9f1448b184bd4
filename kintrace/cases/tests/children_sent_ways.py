"""A child's search at another society, by the actions that the pages call."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import children_transfers
from kintrace.cases.children_kin import OFFERED
from kintrace.cases.models import Transfer
from kintrace.cases.tests.handing import QUESTION, REGION
from kintrace.demo import playing
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.tests.children_ways import Looked
    from kintrace.network.models import Member, Society

# What the members tick and read, while the page “who must not learn what” was kept once.
TICKED: dict[str, Any] = {"kept": [0], "seen": 1}
# What stands in everything that is told of the child of the town.
OF_THE_CHILD = ("Hewanit", "Zerabruk", "She told")
TOLD = {"address_1": ["Market road 4"], "landmark_1": ["A well"], "phone_1": ["+00 010 555 0177"]}


def asking(society: Society, **more: Any) -> children_transfers.Asking:
    said: dict[str, Any] = {"row": 1, "wish": "search", "question": QUESTION, "region": REGION}
    said |= {"answer_by": timezone.localdate() + timedelta(days=14), "agreed": "yes"}
    said |= {"parts": [one.value for one in OFFERED], "society": society}
    return children_transfers.Asking(**said | TICKED | more)


def prepared(
    looked: Looked, society: Society, *, by: Member | None = None, **more: Any
) -> Transfer:
    with playing.acting(by or looked.alma) as member:
        return children_transfers.prepare(looked.child, asking=asking(society, **more), by=member)


def sent(looked: Looked, society: Society, **more: Any) -> Transfer:
    """Alma prepares it, Carla looks at it and sends it."""
    transfer = prepared(looked, society, **more)
    with playing.acting(looked.carla) as carla:
        found = lookups.transfer_for(carla, transfer.pk)
        return children_transfers.send(found, by=carla)


def stand(transfer: Transfer) -> str:
    with reading_as(transfer.society_id):
        return Transfer.objects.get(pk=transfer.pk).state


def of_the_child(looked: Looked) -> list[Transfer]:
    with playing.acting(looked.alma):
        return lookups.transfers_of_child(looked.child)
