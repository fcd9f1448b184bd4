"""A form of what is kept already: what somebody saved since it was opened is not written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.ui.refusals import Refusal


class SeenForm(forms.Form):
    """It carries the version that its page showed (lookups.versions)."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.elsewhere: list[tuple[Any, str]] = []

    def compare(self, refused: Refusal, *, now: Mapping[str, Any]) -> None:
        """Show what stands there `now`, as the form would begin with it, beside what was typed.
        Whoever saves again has seen both."""
        self.add_error(None, refused.sentence)
        self.elsewhere = [
            (field.label, said)
            for name, field in self.fields.items()
            if name != "seen" and (said := _in_words(field, now.get(name)))
        ]
        sent: Any = self.data
        data = sent.copy()
        data[self.add_prefix("seen")] = now["seen"]
        self.data = data


def _in_words(field: forms.Field, kept: object) -> str:
    """A kept value as the page says it."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if kept else ""
    choices = {str(value): label for value, label in getattr(field, "choices", ())}
    several = kept if isinstance(kept, list | tuple) else [kept]
    said = [str(one) for one in several if one not in (None, "")]
    return ", ".join(str(choices.get(one, one)) for one in said)
