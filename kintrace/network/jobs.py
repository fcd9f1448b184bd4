"""Letters that must not show, by how long a page takes, whether somebody is known here."""

from functools import partial
from uuid import UUID

from django.urls import reverse
from django_tasks import task

from kintrace.network import actions, lookups
from kintrace.work.urgency import PRESSING


def address(origin: str, token: str) -> str:
    """The whole address a letter leads to. origin: scheme and host of this side."""
    return origin + reverse("network:letter", args=[token])


@task(priority=PRESSING)
def send_reset(member: str, origin: str) -> None:
    """Send a reset letter, if there is such a member. Run twice, the second letter counts."""
    known = lookups.member_or_none(UUID(member))
    if known is not None:
        actions.send_reset(known, door=partial(address, origin))
