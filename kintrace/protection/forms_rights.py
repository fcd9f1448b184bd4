"""What is asked of members about people's rights and authorities; the rules are in actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.protection.holders import Cover
from kintrace.protection.purposes import Purpose
from kintrace.protection.rights import Authority, Came, Decision, Kind
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.protection.copies import Copy
    from kintrace.protection.holders import Line

SEALED = _("Sealed: only the protection team can read it.")


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date", "dir": "ltr"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose the day.")},
    )


def _sealed(label: Any, *, required: bool = True, wrong: Any = "", hint: Any = SEALED) -> Any:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=3000,
        required=required,
        error_messages={"required": wrong} if wrong else None,
    )


class RequestForm(forms.Form):
    """That a person asks for what the law gives them."""

    kind = forms.ChoiceField(
        label=_("What does the person ask for?"),
        choices=Kind.choices,
        widget=PickOne(
            icons={
                Kind.ACCESS: "book",
                Kind.CORRECTION: "pen",
                Kind.OBJECTION: "hand",
                Kind.WITHDRAWAL: "down",
                Kind.ERASURE: "erase",
            }
        ),
        error_messages={"required": _("Choose what the person asks for.")},
    )
    came = forms.ChoiceField(
        label=_("How did it come?"),
        choices=Came.choices,
        widget=PickOne,
        error_messages={"required": _("Choose how it came.")},
    )
    received = _day(_("When did it come?"))
    identity = _sealed(
        _("How do you know that it is the person?"),
        required=False,
        hint=_(
            "For example by what only they can know. Do not ask for papers. Sealed: only the "
            "protection team can read it."
        ),
    )
    suspicious = forms.BooleanField(
        label=_("Perhaps it is not the person, but somebody who wants to find or harm them"),
        help_text=_("Then only the data-protection officer sees it, and you do not."),
        required=False,
    )


class IdentityForm(forms.Form):
    how = _sealed(
        _("How do you know that it is the person?"),
        wrong=_("Write how you know that it is the person."),
    )


class ExtendForm(forms.Form):
    """Two months more, once."""

    because = _sealed(_("Why does it take longer?"), wrong=_("Write why it takes longer."))
    told_on = _day(_("When was the person told?"))


class OutcomeForm(forms.Form):
    outcome = _sealed(_("What came of it?"), wrong=_("Write in a sentence what came of it."))


class RefuseForm(forms.Form):
    because = _sealed(
        _("Why is it refused?"),
        wrong=_("Write why it is refused."),
        hint=_(
            "The person is told this reason, and that they can complain to the office for data "
            "protection. Sealed: only the protection team can read it here."
        ),
    )


class SureForm(forms.Form):
    sure = forms.BooleanField(
        label=_("The person asked for this, and knows what follows."),
        error_messages={"required": _("Tick this when it is so.")},
    )


class TakeBackForm(forms.Form):
    """Everything the person takes back, in one go."""

    purposes = forms.MultipleChoiceField(
        label=_("What does the person take back?"),
        widget=PickMany,
        error_messages={"required": _("Choose what is taken back.")},
    )

    def __init__(self, *args: Any, purposes: Iterable[Purpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purposes"].choices = [  # type: ignore[attr-defined]
            (purpose.value, purpose.label) for purpose in purposes
        ]

    def chosen(self) -> list[Purpose]:
        return [Purpose(one) for one in self.cleaned_data["purposes"]]


class CopyForm(forms.Form):
    """What of a copy is covered. Lines of others are not asked about: they never stand in it."""

    seen = forms.CharField(widget=forms.HiddenInput)
    cover = forms.MultipleChoiceField(
        label=_("Which lines are covered?"),
        help_text=_("Tick what is about somebody else, and what is a danger in a wrong hand."),
        widget=PickMany,
        required=False,
    )
    names = forms.CharField(
        label=_("Names of other people in it"),
        help_text=_("One on each line. Every sentence with one of them is covered."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=3000,
        required=False,
    )
    read = forms.BooleanField(
        label=_("I read every line, and it is safe to give this to the person."),
        error_messages={"required": _("Read it to the end, then tick this.")},
    )

    def __init__(self, *args: Any, copy: Copy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.copy = copy
        open_lines = [
            (str(place), line)
            for place, line in enumerate(copy.lines)
            if line.cover is not Cover.OTHER
        ]
        self.fields["cover"].choices = [  # type: ignore[attr-defined]
            (place, f"{line.name}: {line.value}") for place, line in open_lines
        ]
        self.fields["cover"].initial = [
            place for place, line in open_lines if line.cover is Cover.CAUTION
        ]
        self.fields["seen"].initial = copy.digest

    @property
    def parts(self) -> list[tuple[str, list[tuple[Line, Any]]]]:
        """The copy as it is read: heading, then each line with its tick, or none for others'."""
        ticks = iter(self["cover"])
        return [
            (
                part.heading,
                [(line, None if line.cover is Cover.OTHER else next(ticks)) for line in part.lines],
            )
            for part in self.copy.parts
        ]

    def terms(self) -> dict[str, Any]:
        """The keyword arguments of actions.make_copy, beside request and member."""
        given = self.cleaned_data
        return {
            "seen": given["seen"],
            "covered": {int(place) for place in given["cover"]},
            "names": [name for name in given["names"].splitlines() if name.strip()],
        }


class AuthorityForm(forms.Form):
    """That an authority asked; nothing of the person it asked about."""

    kind = forms.ChoiceField(
        label=_("Which kind of authority asked?"),
        choices=Authority.choices,
        widget=PickOne,
        error_messages={"required": _("Choose which kind of authority asked.")},
    )
    country = forms.ChoiceField(
        label=_("Of which country?"),
        choices=country_choices,
        error_messages={"required": _("Choose the country.")},
    )
    received = _day(_("When did it come?"))
    asked = _sealed(
        _("What was asked, in general?"),
        wrong=_("Write in general what was asked, without a name."),
        hint=_("Write no name, and nothing by which a person could be found."),
    )


class DecideForm(forms.Form):
    """What the authority was answered."""

    decision = forms.ChoiceField(
        label=_("What was answered?"),
        choices=Decision.choices,
        initial=Decision.REFUSED,
        widget=PickOne,
        error_messages={"required": _("Choose what was answered.")},
    )
    ground = _sealed(
        _("Which law binds us?"),
        required=False,
        hint=_(
            "Only if we had to answer. Tell the person, too, if the law lets you: our notice says "
            "that we do."
        ),
    )
    advice = _sealed(_("Who advised?"), required=False, hint=_("An office or a role, not a name."))
    answered = _day(_("When was it answered?"))
