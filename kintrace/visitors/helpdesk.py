"""Whom a visitor can call, on every page."""

from typing import Any

from kintrace.network import lookups as network


def help_desk() -> dict[str, Any]:
    """Whom to call: the network's office, or the one society there is.

    Never the society of a face while others exist: where somebody is would show in it.
    """
    office = network.office()
    return {"help_desk": {"name": office.name, "phone": office.phone}} if office else {}
