"""Which societies a command of the operator works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.management.base import CommandError
from django.http import Http404

from kintrace.network import lookups

if TYPE_CHECKING:
    from kintrace.network.models import Society


def societies(code: str | None) -> list[Society]:
    """The one of this code, or all whose keys are here. CommandError for a code nobody has."""
    if code is None:
        return lookups.societies_in_care()
    try:
        return [lookups.society_coded(code)]
    except Http404:
        raise CommandError("There is no society with this code.") from None
