"""Questions about notice, consent, risk and hold. Forms check shape; the rules are in actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.protection import aloud, risk
from kintrace.protection.actions.notices import Words
from kintrace.protection.purposes import Channel, Purpose, TextKind, WhyErased
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kintrace.protection.models import NoticeText

PICTURES = 8
DRAWINGS = (
    ("people", _("People")),
    ("note", _("A written page")),
    ("lock", _("A lock")),
    ("shield", _("A shield")),
    ("wallpic", _("A face on a wall")),
    ("clock", _("A clock")),
    ("hold", _("A stop sign")),
    ("nomoney", _("No money")),
    ("eye", _("An eye")),
    ("talk", _("Talking")),
    ("phone", _("A phone")),
    ("search", _("Searching")),
    ("erase", _("Deleting")),
)


NEEDS_ALL_LAYERS = _("A notice needs all its layers: pictures, the short text and the full text.")


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NoticeTextForm(forms.Form):
    """A new version of a text; a notice has three layers, other words need only be read aloud."""

    kind = forms.ChoiceField(
        label=_("When is it read?"), choices=TextKind.choices, initial=TextKind.NOTICE
    )

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    title = forms.CharField(label=_("Title"), max_length=120)
    short = forms.CharField(
        label=_("Short text, to be read aloud in one minute"),
        help_text=_(
            "In a minute about 130 words are read aloud. The notice may take 75 seconds, the words "
            "before a question 100."
        ),
        widget=_lines(10),
        max_length=2000,
    )
    full = forms.CharField(
        label=_("Full text"), widget=_lines(24), max_length=20_000, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PICTURES + 1):
            self.fields[f"drawing_{number}"] = forms.ChoiceField(
                label=_("Drawing %(number)d") % {"number": number}, choices=DRAWINGS
            )
            self.fields[f"line_{number}"] = forms.CharField(
                label=_("The words beside it"), max_length=160, required=False
            )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("kind") == TextKind.NOTICE:
            for layer in ("line_1", "full"):
                if not told.get(layer) and layer not in self.errors:
                    self.add_error(layer, NEEDS_ALL_LAYERS)
        kind, short = told.get("kind"), told.get("short")
        if kind and short and (long := aloud.too_long(short, TextKind(kind))):
            self.add_error("short", long)
        return told

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
        start = {
            name: getattr(text, name) for name in ("kind", "language", "title", "short", "full")
        }
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
            # Visitors read this.
            label=_("What the protection team should know"),
            help_text=_("Sealed: only the protection team can read it."),
            widget=_lines(4),
            max_length=5000,
            required=False,
        )

    def told(self) -> dict[str, Any]:
        """The keyword arguments of actions.answer_risk, beside subject, words and member."""
        answers = {question.code: self.cleaned_data[question.code] for question in risk.QUESTIONS}
        return {"answers": answers, "note": self.cleaned_data["note"]}


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
        choices=WhyErased.asked,
        widget=PickOne,
        error_messages={"required": _("Choose why.")},
    )
    sure = forms.BooleanField(
        label=_("I know that nobody can bring this back."),
        error_messages={"required": _("Tick this when you are sure.")},
    )
