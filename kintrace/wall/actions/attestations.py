"""Certificates that anybody may check: put where the public side looks, and taken away again.

The wall knows no case. Who may have one and why it ends is for `cases`, which records the deed.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kintrace.vault.reader import reader_in_force
from kintrace.wall import certificate_codes
from kintrace.wall.models import Attestation

if TYPE_CHECKING:
    from kintrace.network.models import Member


@transaction.atomic
def attest(code: str, *, by: "Member") -> Attestation:
    """Let this code be found valid from now on."""
    return Attestation.objects.create(
        society_id=by.society_id,
        lookup=certificate_codes.lookup_id(code),
        month=timezone.localdate().replace(day=1),
    )


@transaction.atomic
def attest_no_more(ids: Collection[UUID]) -> int:
    """Leave nothing by which these codes would be found; how many went."""
    own = Attestation.objects.filter(society_id=reader_in_force().society, pk__in=list(ids))
    return own.delete()[0]
