"""How much a question is needed, as the sign in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.forms import Form

NEEDED, MAY_BE_EMPTY, WHERE_IT_HELPS = "●", "○", "◆"


def mark_of(form: Form, name: str) -> str:
    """What the field says; a form's NEEDED and HELPS name what a field cannot say alone."""
    if form.fields[name].required or name in getattr(form, "NEEDED", ()):
        return NEEDED
    return WHERE_IT_HELPS if name in getattr(form, "HELPS", ()) else MAY_BE_EMPTY
