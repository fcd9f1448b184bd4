"""A form of what is kept already: what somebody saved since it was opened is not written over.

The page carries the version that it showed. Where another stands there meanwhile, both are shown,
and saving once more is a choice.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from kintrace.ui.refusals import Refusal
from kintrace.vault.fields import SealedField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model


class ChangedElsewhere(Refusal):
    """Another tab or member saved this since the page was opened."""


def changed_elsewhere() -> ChangedElsewhere:
    words = _(
        "This page was changed elsewhere since you opened it. Your words stand here and "
        "are not saved yet; compare them and save again."
    )
    return ChangedElsewhere(words)


def print_of(row: Model, *beside: object) -> str:
    """Of what lies sealed in the row now, and of what stands beside it: it changes with each
    writing, says nothing and needs no open box."""
    sealed = (one.lying(row) for one in row._meta.fields if isinstance(one, SealedField))
    return hashlib.sha256(b"|".join([*sealed, *(repr(one).encode() for one in beside)])).hexdigest()


class SeenForm(forms.Form):
    """It carries the version that its page showed."""

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


class Comparing:
    """`with Comparing(form, now=now):` around saving and the answer. Where somebody saved since,
    the form shows both versions, and the view goes on to show the form."""

    def __init__(self, form: SeenForm, *, now: Mapping[str, Any]) -> None:
        self.form, self.now = form, now

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, refused: BaseException | None, _trace: object) -> bool:
        if not isinstance(refused, ChangedElsewhere):
            return False
        self.form.compare(refused, now=self.now)
        return True


def _in_words(field: forms.Field, kept: object) -> str:
    """A kept value as the page says it."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if kept else ""
    choices = {str(value): label for value, label in getattr(field, "choices", ())}
    several = kept if isinstance(kept, list | tuple) else [kept]
    said = [str(one) for one in several if one not in (None, "")]
    return ", ".join(str(choices.get(one, one)) for one in said)
