"""What is asked for the impact page: a period, a cost, the words of a report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from babel import Locale
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import Digits, PickOne
from kintrace.wall import periods
from kintrace.wall.lookups.figures import HEADINGS, SPENT_ON

if TYPE_CHECKING:
    from collections.abc import Mapping


class PeriodForm(forms.Form):
    """Which figures are shown."""

    period = forms.ChoiceField(label=_("Year or month"))
    of = forms.ChoiceField(
        label=_("Whose figures"),
        choices=[("own", _("Our society")), ("all", _("All societies together"))],
    )

    def __init__(self, *args: Any, periods: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["period"].choices = periods  # type: ignore[attr-defined]


class CostForm(forms.Form):
    """What was spent in a month. No free words: a bill may name a person."""

    month = forms.ChoiceField(label=_("Month"))
    spent_on = forms.ChoiceField(label=_("What it was for"), choices=SPENT_ON, widget=PickOne())
    amount = forms.DecimalField(
        label=_("Amount"),
        min_value=0.01,
        max_digits=12,
        decimal_places=2,
        localize=True,
        widget=Digits(),
    )
    currency = forms.CharField(
        label=_("Currency"),
        help_text=_("Three letters, such as EUR. Use the same one for the whole year."),
        max_length=3,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "characters"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (f"{month:%Y-%m}", periods.named(month)) for month in reversed(self.months())
        ]

    @staticmethod
    def months() -> list[date]:
        """This year's months so far, and those of the two years before."""
        today = timezone.localdate()
        return periods.months_between(date(today.year - 2, 1, 1), today + timedelta(days=1))

    def clean_month(self) -> date:
        """The first day of the month."""
        return periods.Period.of(self.cleaned_data["month"], timezone.localdate()).first

    def clean_currency(self) -> str:
        """A currency that there is."""
        code: str = self.cleaned_data["currency"].upper()
        if code not in Locale("en").currencies:  # read when somebody asks: four megabytes
            raise forms.ValidationError(_("Use the three letters of a currency, such as EUR."))
        return code


class ReportForm(forms.Form):
    """One field for each heading of the yearly report; all may stay empty for now."""

    def __init__(self, *args: Any, texts: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        for heading, label in HEADINGS:
            self.fields[heading] = forms.CharField(
                label=label,
                required=False,
                max_length=6000,
                initial=texts.get(heading, ""),
                widget=forms.Textarea(attrs={"rows": 6}),
            )
