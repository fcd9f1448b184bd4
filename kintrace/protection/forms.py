"""Questions about notice, consent, risk and hold. Forms check shape; the rules are in actions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kintrace.protection import risk
from kintrace.protection.actions.notices import Words
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Channel, How, Purpose, Scope, WhyErased
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kintrace.network.models import Society
    from kintrace.protection.models import NoticeText

PICTURES = 8
DRAWINGS = (
    ("people", _("People")),
    ("note", _("A written page")),
    ("lock", _("A lock")),
    ("shield", _("A shield")),
    ("wallpic", _("A face on a wall")),
    ("clock", _("A clock")),
    ("hand", _("A raised hand")),
    ("nomoney", _("No money")),
    ("eye", _("An eye")),
    ("talk", _("Talking")),
    ("phone", _("A phone")),
    ("search", _("Searching")),
    ("erase", _("Deleting")),
)


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NoticeTextForm(forms.Form):
    """A new version of a notice, in its three layers."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    title = forms.CharField(label=_("Title"), max_length=120)
    short = forms.CharField(
        label=_("Short text, to be read aloud in one minute"), widget=_lines(10), max_length=2000
    )
    full = forms.CharField(label=_("Full text"), widget=_lines(24), max_length=20_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PICTURES + 1):
            self.fields[f"drawing_{number}"] = forms.ChoiceField(
                label=_("Drawing %(number)d") % {"number": number}, choices=DRAWINGS
            )
            self.fields[f"line_{number}"] = forms.CharField(
                label=_("The words beside it"), max_length=160, required=number == 1
            )

    @property
    def picture_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        numbers = range(1, PICTURES + 1)
        return [(self[f"drawing_{number}"], self[f"line_{number}"]) for number in numbers]

    def words(self) -> Words:
        told = self.cleaned_data
        numbers = range(1, PICTURES + 1)
        pairs = ((told[f"drawing_{number}"], told[f"line_{number}"]) for number in numbers)
        pictures = tuple((drawing, line) for drawing, line in pairs if line)
        return Words(told["title"], pictures, told["short"], told["full"])

    @staticmethod
    def beginning(text: NoticeText) -> dict[str, str]:
        """An older version as the start of a new one."""
        start = {name: getattr(text, name) for name in ("language", "title", "short", "full")}
        for number, (drawing, line) in enumerate(text.pictures, start=1):
            start |= {f"drawing_{number}": drawing, f"line_{number}": line}
        return start


class GiveNoticeForm(forms.Form):
    """Which text was given, and how. `texts` are the society's texts in force."""

    text = forms.ChoiceField(
        label=_("In which language was it given?"),
        widget=PickOne,
        error_messages={"required": _("Choose the language in which it was given.")},
    )
    channel = forms.ChoiceField(
        label=_("How was it given?"),
        choices=Channel.choices,
        widget=PickOne(
            icons={
                Channel.READ_ALOUD: "talk",
                Channel.PICTOGRAMS: "eye",
                Channel.FULL_TEXT: "book",
                Channel.PHONE: "phone",
            }
        ),
        error_messages={"required": _("Choose how it was given.")},
    )
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)

    def __init__(self, *args: Any, texts: Sequence[NoticeText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts
        self.fields["text"].choices = [  # type: ignore[attr-defined]
            (str(text.pk), text.language_name) for text in texts
        ]

    def chosen(self) -> NoticeText:
        """The text that was chosen; after is_valid()."""
        return next(text for text in self.texts if str(text.pk) == self.cleaned_data["text"])

    def given(self) -> dict[str, Any]:
        """The keyword arguments of actions.give_notice, beside subject and member."""
        return {
            "text": self.chosen(),
            "channel": Channel(self.cleaned_data["channel"]),
            "interpreter": self.cleaned_data["interpreter"],
        }


class PublishConsentForm(forms.Form):
    """Whether, where and how long a photo may be shown. No is as good an answer as yes."""

    agrees = forms.ChoiceField(
        label=_("May we show the photo to everyone?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=PickOne,
        error_messages={"required": _("Ask, and choose yes or no.")},
    )
    scope = forms.MultipleChoiceField(
        label=_("Where may it be shown?"), choices=Scope.choices, widget=PickMany, required=False
    )
    months = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[
            (
                months,
                ngettext_lazy("%(count)d month", "%(count)d months", months) % {"count": months},
            )
            for months in (1, 3, 6, 12)
        ],
        coerce=int,
        initial=12,
    )
    how = forms.ChoiceField(
        label=_("How was it said?"),
        choices=[(how.value, how.label) for how in How if how is not How.WEIGHED],
        widget=PickOne,
        initial=How.SPOKEN,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("agrees") == "yes" and not cleaned.get("scope"):
            self.add_error("scope", _("Ask where it may be shown, and choose at least one place."))
        return cleaned

    @property
    def said_yes(self) -> bool:
        return bool(self.cleaned_data["agrees"] == "yes")

    def consent(self) -> dict[str, Any]:
        """scope, until and how, for actions.record_basis; after a yes."""
        told = self.cleaned_data
        return {
            "scope": [Scope(place) for place in told["scope"]],
            "until": _months_from(timezone.localdate(), told["months"]),
            "how": How(told["how"]),
        }


class NotWithForm(forms.Form):
    """Who must not learn of the person: asked aloud, empty only when nobody was named."""

    societies = forms.MultipleChoiceField(
        label=_("Which society must not know?"), widget=PickMany, required=False
    )
    countries = forms.CharField(
        label=_("Which countries must not know?"),
        help_text=_("The two letters of each country, with a space between, such as: ER SD."),
        required=False,
        max_length=200,
    )
    persons = forms.CharField(
        label=_("Which persons must not know?"),
        help_text=_("One on each line, in the words of the person."),
        widget=_lines(3),
        required=False,
        max_length=2000,
    )

    def __init__(self, *args: Any, societies: Iterable[Society], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["societies"].choices = [  # type: ignore[attr-defined]
            (str(society.pk), society.name) for society in societies
        ]

    def clean_countries(self) -> frozenset[str]:
        codes = frozenset(self.cleaned_data["countries"].replace(",", " ").upper().split())
        if any(len(code) != 2 or not code.isascii() or not code.isalpha() for code in codes):
            raise forms.ValidationError(_("Write two letters for each country, such as: ER SD."))
        return codes

    def not_with(self) -> NotWith:
        told = self.cleaned_data
        persons = (line.strip() for line in told["persons"].splitlines())
        return NotWith(
            frozenset(UUID(society) for society in told["societies"]),
            told["countries"],
            tuple(filter(None, persons)),
        )


class RiskForm(forms.Form):
    """The risk questions. Fields carry the codes of risk.QUESTIONS, and `note`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in risk.QUESTIONS:
            self.fields[question.code] = forms.ChoiceField(
                label=question.words,
                choices=risk.Answer.choices,
                widget=PickOne,
                error_messages={"required": _("Choose an answer. “Not sure” is one, too.")},
            )
        self.fields["note"] = forms.CharField(
            label=_("What the protection team should know"),
            help_text=_("Sealed: only the protection team can read it."),
            widget=_lines(4),
            max_length=5000,
            required=False,
        )

    def answers(self) -> dict[str, str]:
        return {question.code: self.cleaned_data[question.code] for question in risk.QUESTIONS}


class ReasonForm(forms.Form):
    """Why a hold is set or lifted."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Sealed: only the protection team can read it."),
        widget=_lines(4),
        max_length=5000,
        error_messages={"required": _("Write why, in a few words.")},
    )


class WithdrawForm(forms.Form):
    """What the person takes back."""

    purpose = forms.ChoiceField(
        label=_("What does the person take back?"),
        widget=PickOne,
        error_messages={"required": _("Choose what is taken back.")},
    )

    def __init__(self, *args: Any, purposes: Iterable[Purpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            (purpose.value, purpose.label) for purpose in purposes
        ]


class EraseForm(forms.Form):
    """Why everything about a person goes, and that this cannot be undone."""

    why = forms.ChoiceField(
        label=_("Why is everything deleted?"),
        choices=WhyErased.choices,
        widget=PickOne,
        error_messages={"required": _("Choose why.")},
    )
    sure = forms.BooleanField(
        label=_("I know that nobody can bring this back."),
        error_messages={"required": _("Tick this when you are sure.")},
    )


def _months_from(day: date, months: int) -> date:
    """The last day of so many months from today; never a day more than was agreed."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year, month + 1, 1)
    length = ((following + timedelta(days=31)).replace(day=1) - timedelta(days=1)).day
    return following.replace(day=min(day.day, length)) - timedelta(days=1)
