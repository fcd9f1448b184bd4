"""Certificates that wait for an officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.neighbours import Work
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def attestations_to_issue(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Somebody waits at a desk for a paper, so each stands in a line of its own."""
    gives = has(member, Right.ISSUE_CERTIFICATES)
    for one in lookups.attestations_to_issue(member) if gives else ():
        if not of.holds(one.case):
            continue
        yield Work(
            _("Somebody asks for a certificate. Look at it and give it."),
            reverse("cases:issue_attestation", args=[one.pk]),
            "print",
            timezone.localdate(one.asked),
            one.case.reference,
        )


OF_CASES = (attestations_to_issue,)
