"""Which version of something kept a page showed: it changes with each writing, and says nothing."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kintrace.network.seen import print_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.network.models import Member


def version_of_member(member: Member) -> str:
    """Of what is known of a member, role and state apart."""
    return print_of(member, member.languages)


def version_of_retention(settled: Mapping[str, Any]) -> str:
    """Of what a society settled of its times."""
    return hashlib.sha256(json.dumps(settled, sort_keys=True).encode()).hexdigest()
