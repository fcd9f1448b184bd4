"""The form that a visitor fills in: a stamp and a trap come with it, and nothing typed is lost."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.visitors import passes
from kintrace.visitors.stamps import Verdict, check_stamp, stamp

if TYPE_CHECKING:
    from django.http import QueryDict

ASK_AGAIN = {
    Verdict.TOO_SOON: _("That was very fast. Please look at it once more and send it again."),
    Verdict.TOO_OLD: _("This page was open for a long time. Please send it again."),
    Verdict.NOT_OURS: _("Something was missing in what reached us. Please send it again."),
}
TRAPPED = _("One field must stay empty. We emptied it; please send again.")


class StampedForm(forms.Form):
    """Fields `stamp` (hidden) and `website` (the trap; templates hide it with class "trap")."""

    stamp = forms.CharField(required=False, widget=forms.HiddenInput, initial=stamp)
    website = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    @property
    def work(self) -> passes.Work:
        """A pass to work for while somebody types; "visitors/pass.html" puts it into the form."""
        return passes.Work(passes.issue())

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        verdict = check_stamp(typed.get("stamp", ""))
        if verdict is not Verdict.GOOD:
            self.add_error(None, ASK_AGAIN[verdict])
        if verdict in {Verdict.TOO_OLD, Verdict.NOT_OURS}:
            self._put_back("stamp", stamp())
        if typed.get("website"):
            self.add_error(None, TRAPPED)
            self._put_back("website", "")
        return typed

    def _put_back(self, field: str, value: str) -> None:
        """What the page shows in this field when it comes back with its errors."""
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix(field)] = value
        self.data = data
