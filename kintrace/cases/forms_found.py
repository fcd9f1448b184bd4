"""Questions around somebody who was found: one group a page. The rules are in the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.choices import Asked
from kintrace.cases.actions.found import Meeting
from kintrace.cases.card import CARD, FoundBy
from kintrace.cases.days import asked_day
from kintrace.cases.finding import (
    WAYS,
    Compared,
    FirstTold,
    Verdict,
    WhyFailed,
)
from kintrace.cases.forms import WaysForm
from kintrace.cases.outcomes import WAYS_TO_TELL, HowTold, Result
from kintrace.cases.replies import Topic
from kintrace.network.seen import SeenForm
from kintrace.protection.actions import Heard
from kintrace.protection.forms import GiveNoticeForm
from kintrace.protection.purposes import How
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kintrace.cases.models import Proof, Sentence

SAID_BY_THEM = How.choices[:4]


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class MeetForm(GiveNoticeForm):
    """That the found person was informed, and then how they were found."""

    day = asked_day(_("On which day?"))
    how = forms.ChoiceField(
        label=_("How was the person found?"), choices=FoundBy.choices, widget=PickOne
    )

    def met(self) -> dict[str, Any]:
        """The keyword arguments of found.locate, beside who is sought and the member."""
        given = self.cleaned_data
        heard = Heard(self.chosen(), given["channel"], given["interpreter"])
        return {"meeting": Meeting(given["day"], given["how"]), "heard": heard}


class WhereForm(SeenForm):
    """Where the found person is, and how they are reached. Into the box at once.

    Asked in the words in which the one who searches is asked; they stand in an access copy.
    """

    phone = WaysForm.base_fields["phone"]
    email = WaysForm.base_fields["email"]
    app = WaysForm.base_fields["app"]
    # Visitors read this.
    address = forms.CharField(label=_("Where post arrives"), required=False, max_length=400)
    through = WaysForm.base_fields["through"]
    where = forms.CharField(
        # Visitors read this.
        label=_("Where the person is now"), required=False, max_length=400,
        help_text=_("For us alone: this is never passed on."),
    )  # fmt: skip
    safe = WaysForm.base_fields["times"]
    how = forms.ChoiceField(
        label=_("How did the person agree that we keep this?"),
        choices=SAID_BY_THEM,
        widget=PickOne,
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and not any(typed.get(name) for name in (*WAYS, "where")):
            self.add_error("phone", _("Write at least one way to reach the person."))
        return typed

    def told(self) -> dict[str, Any]:
        where = {name: self.cleaned_data[name] for name in (*WAYS, "where", "safe")}
        return {"where": where, "how": self.cleaned_data["how"], "seen": self.cleaned_data["seen"]}


class CardForm(forms.Form):
    """The answer on the card, in the words of the society and the language of the person."""

    wish = forms.ChoiceField(label=_("What did the person choose?"), widget=PickOne)
    how = forms.ChoiceField(
        label=_("How did the person answer?"), choices=SAID_BY_THEM, widget=PickOne
    )
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)

    def __init__(
        self, *args: Any, card: Mapping[Topic, Sentence] | None = None, **more: Any
    ) -> None:
        """`card`: its words in one language; without them nothing can be chosen."""
        super().__init__(*args, **more)
        self.card = card or {}
        words = {wish: self.card.get(topic) for wish, (topic, _drawing) in CARD.items()}
        pick = PickOne(icons={wish: drawing for wish, (_topic, drawing) in CARD.items()})
        self.fields["wish"] = forms.ChoiceField(
            label=_("What did the person choose?"),
            choices=[
                (wish.value, format_html('<bdi lang="{}">{}</bdi>', one.language, one.text))
                for wish, one in words.items()
                if one
            ],
            widget=pick,
        )

    def asked(self, read: str) -> Asked:
        said = self.cleaned_data
        language = self.card[Topic.CARD].language
        return Asked(said["wish"], said["how"], language, read, said["interpreter"])


class AskForm(forms.Form):
    """Questions that only family can answer, to one side; the other side's words are nowhere."""

    new = forms.CharField(
        label=_("A new question"),
        help_text=_("Something that only family knows. Say nothing that helps to guess it."),
        max_length=400,
        required=False,
    )
    new_answer = forms.CharField(
        label=_("The answer to it"), max_length=1000, required=False, widget=_lines(2)
    )

    def __init__(self, *args: Any, proofs: Sequence[Proof] = (), **more: Any) -> None:
        """`proofs`: what this side was not asked yet."""
        super().__init__(*args, **more)
        self.waiting = list(proofs)
        for row in self.waiting:
            self.fields[f"is_{row.pk.hex}"] = forms.CharField(
                label=row.asked, max_length=1000, required=False, widget=_lines(2)
            )

    def rows(self) -> list[forms.BoundField]:
        return [self[f"is_{row.pk.hex}"] for row in self.waiting]

    def answers(self) -> dict[UUID, str]:
        return {row.pk: self.cleaned_data[f"is_{row.pk.hex}"] for row in self.waiting}


class CompareProofsForm(forms.Form):
    """Whether both sides said the same, for each fact."""

    def __init__(self, *args: Any, proofs: Sequence[Proof] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.compared = list(proofs)
        for row in self.compared:
            self.fields[f"is_{row.pk.hex}"] = forms.ChoiceField(
                label=_("Do the two answers agree?"),
                choices=Compared.choices,
                initial=row.rung["compared"],
                widget=PickOne,
                required=False,
            )

    def rows(self) -> list[tuple[Proof, forms.BoundField]]:
        return [(row, self[f"is_{row.pk.hex}"]) for row in self.compared]

    def judged(self) -> dict[UUID, str]:
        return {row.pk: self.cleaned_data[f"is_{row.pk.hex}"] for row in self.compared}


class VerdictForm(forms.Form):
    """What a person decides."""

    verdict = forms.ChoiceField(
        label=_("What do you decide?"), choices=Verdict.choices, widget=PickOne
    )
    because = forms.ChoiceField(
        label=_("If it failed: why?"),
        choices=[("", "—"), *WhyFailed.choices],
        required=False,
    )


class SignForm(forms.Form):
    """The second member."""

    agreed = forms.ChoiceField(
        label=_("May the way to reach the person be passed on?"),
        choices=[("yes", _("Yes, I looked at it and agree")), ("no", _("No, not like this"))],
        widget=PickOne,
    )


class PassOverForm(forms.Form):
    """Which ways are passed on to the society that asked, which tells the family."""

    ways = forms.MultipleChoiceField(
        label=_("What does the person want passed on?"), widget=PickMany
    )
    asked_again = forms.BooleanField(
        label=_("I asked the person again just now, and they still want it.")
    )

    def __init__(self, *args: Any, ways: Sequence[str] = (), **more: Any) -> None:
        """`ways`: names of what is kept of the person."""
        super().__init__(*args, **more)
        self.fields["ways"].choices = [  # type: ignore[attr-defined]
            (name, WhereForm.base_fields[name].label) for name in ways
        ]


class PassForm(PassOverForm):
    """The same to our own family: which ways, and how it hears it first."""

    told = forms.ChoiceField(
        label=_("How do you tell the family?"),
        help_text=_("In person or by phone first, never by letter or SMS."),
        choices=FirstTold.choices,
        widget=PickOne,
    )


class AnswersForm(forms.Form):
    """What who searches answered to the questions of the society that found somebody."""

    def __init__(self, *args: Any, asked: Mapping[str, str] | None = None, **more: Any) -> None:
        """`asked`: questions by the number of their proof."""
        super().__init__(*args, **more)
        self.numbers = {f"is_{UUID(pk).hex}": UUID(pk) for pk in asked or ()}
        for name, label in zip(self.numbers, (asked or {}).values(), strict=True):
            self.fields[name] = forms.CharField(
                label=label, max_length=1000, required=False, widget=_lines(2)
            )

    def answers(self) -> dict[UUID, str]:
        return {pk: self.cleaned_data[name] for name, pk in self.numbers.items()}


class SettleForm(forms.Form):
    """What came of the search for this person."""

    result = forms.ChoiceField(label=_("What came of it?"), choices=Result.choices, widget=PickOne)


class TellForm(forms.Form):
    """That the family was told, in one of the ways in which they may hear what came of it."""

    day = asked_day(_("On which day?"))
    how = forms.ChoiceField(
        label=_("How was the family told?"), choices=HowTold.choices, widget=PickOne
    )

    def __init__(self, *args: Any, result: Result | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        ways = WAYS_TO_TELL[result] if result else frozenset(HowTold)
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            (one.value, one.label) for one in HowTold if one in ways
        ]
