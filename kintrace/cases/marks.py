"""How much a question is needed, as the sign in front of it and in words for who hears the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from kintrace.people.forms import UNKNOWN

if TYPE_CHECKING:
    from django.forms import BoundField, Form
    from django.utils.functional import Promise

NEEDED, MAY_BE_EMPTY, WHERE_IT_HELPS = "●", "○", "◆"
WORDS = {
    NEEDED: _("(has to be answered)"),
    MAY_BE_EMPTY: _("(you can leave this empty)"),
    WHERE_IT_HELPS: _("(only where it helps to find the family)"),
}


class Mark(NamedTuple):
    """The sign that is seen, and what is heard in its place."""

    sign: str
    words: str | Promise


def mark_of(form: Form, name: str) -> str:
    """What the field says; a form's NEEDED and HELPS name what a field cannot say alone, and what
    stands chosen or was answered before may be left as it is."""
    field = form.fields[name]
    needed = (field.required and field.initial is None) or name in getattr(form, "NEEDED", ())
    if needed and name not in getattr(form, "stands", ()):
        return NEEDED
    return WHERE_IT_HELPS if name in getattr(form, "HELPS", ()) else MAY_BE_EMPTY


def mark_for(bound: BoundField) -> Mark | None:
    """For {% field %}: none beside a box that says “not known”, which is an answer itself."""
    if bound.name.endswith(UNKNOWN):
        return None
    form: Any = bound.form
    sign = mark_of(form, bound.name)
    return Mark(sign, WORDS[sign])
