"""What a desk says about a network that many people share."""

import ipaddress
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.network import lookups as network
from kintrace.visitors.lookups import Range
from kintrace.visitors.networks import MOST_TIMES

if TYPE_CHECKING:
    from kintrace.network.models import Member

# A place is smaller than a town: wider than this would lift the limits for whole providers.
WIDEST = {4: 24, 6: 48}
NO_RANGE = _("Write addresses as in 198.51.100.7 or 198.51.100.0/28. Whoever runs the Wi-Fi knows.")
TOO_WIDE = _("This is far more than one place. The widest is /24, in the new addresses /48.")


class NetworkForm(forms.Form):
    """Which place, which addresses, how many times the usual limits."""

    desk = forms.ChoiceField(label=_("Place"))
    addresses = forms.CharField(
        label=_("Addresses"),
        help_text=_(
            "The public address of the place's network, e.g. 198.51.100.7, or a range of them, "
            "e.g. 198.51.100.0/28. Whoever runs the Wi-Fi knows it."
        ),
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "ltr", "spellcheck": "false"}),
    )
    times = forms.IntegerField(
        label=_("How many times the usual limits?"),
        help_text=_("From 2 to 10. Take 10 when you do not know."),
        min_value=2,
        max_value=MOST_TIMES,
        initial=MOST_TIMES,
    )

    def __init__(self, *args: Any, by: "Member", **more: Any) -> None:
        super().__init__(*args, **more)
        self._desks = {str(one.pk): one for one in network.desks(by.society_id)}
        choices = [(key, desk.name) for key, desk in self._desks.items()]
        self.fields["desk"].choices = choices  # type: ignore[attr-defined]

    def clean_desk(self) -> Any:
        return self._desks[self.cleaned_data["desk"]]

    def clean_addresses(self) -> Range:
        try:
            addresses = ipaddress.ip_network(self.cleaned_data["addresses"].strip(), strict=False)
        except ValueError:
            raise forms.ValidationError(NO_RANGE) from None
        if addresses.prefixlen < WIDEST[addresses.version]:
            raise forms.ValidationError(TOO_WIDE)
        return addresses
