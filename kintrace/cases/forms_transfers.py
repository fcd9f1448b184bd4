"""The questions on the way to asking another society, and those of the society that is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.incoming import Outcome
from kintrace.cases.actions.transfers import Asking, Ground
from kintrace.cases.days import asked_day
from kintrace.cases.fates import TOLD_AFAR, Authority, Standing, Sure
from kintrace.cases.forms_moves import GiveForm
from kintrace.cases.transfer_pages import TO_ANSWER
from kintrace.cases.transfers import USUAL, Part, Result, WhyBack, WhyNot, Wish
from kintrace.protection.purposes import BasisKind, How
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.models import Sought
    from kintrace.network.models import Society

LONGEST = timedelta(days=60)
NOBODY_AGREES_FOR_ANOTHER = [one for one in BasisKind.choices if one[0] != BasisKind.CONSENT]


def _in_two_weeks() -> date:
    return timezone.localdate() + TO_ANSWER


class AskForm(forms.Form):
    """Whom we ask, for whom, for what, where, and until when."""

    society = forms.ChoiceField(label=_("Which society do you ask?"))
    sought = forms.ChoiceField(label=_("Who is to be looked for?"), widget=PickOne)
    wish = forms.ChoiceField(
        label=_("What shall it do?"), choices=Wish.choices, initial=Wish.SEARCH, widget=PickOne
    )
    region = forms.CharField(
        label=_("In which region or country shall it look?"),
        help_text=_("It reads this before it accepts. No address and no name."),
        max_length=120,
    )
    question = forms.CharField(
        label=_("What exactly do you ask?"),
        help_text=_("It reads this when it accepted. No way to reach the person who searches."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answer_by = asked_day(
        label=_("Until which day may it answer?"),
        help_text=_("Without an answer by then it is taken back by itself."),
        initial=_in_two_weeks,
    )

    def __init__(
        self,
        *args: Any,
        societies: Sequence[Society] = (),
        persons: Sequence[tuple[Sought, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.societies = {str(one.pk): one for one in societies}
        self.persons = {str(one.pk): one for one, _name in persons}
        named = [(pk, one.name) for pk, one in self.societies.items()]
        self.fields["society"].choices = [("", "—"), *named]  # type: ignore[attr-defined]
        whom = [(str(one.pk), name) for one, name in persons]
        self.fields["sought"].choices = whom  # type: ignore[attr-defined]
        self.fields["sought"].initial = whom[0][0] if len(whom) == 1 else None

    def clean_answer_by(self) -> date:
        day: date = self.cleaned_data["answer_by"]
        today = timezone.localdate()
        if not today < day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day between tomorrow and 60 days from now."))
        return day

    def asking(self) -> Asking:
        given = self.cleaned_data
        return Asking(
            sought=self.persons[given["sought"]],
            society=self.societies[given["society"]],
            wish=given["wish"],
            question=given["question"],
            region=given["region"],
            answer_by=given["answer_by"],
        )


class PartsForm(forms.Form):
    """What the search there needs, and nothing more."""

    parts = forms.MultipleChoiceField(
        label=_("What does the other society need for the search?"),
        help_text=_(
            "Send only what helps to find the person. Ways to reach the person who searches are "
            "never sent."
        ),
        choices=Part.choices,
        initial=[one.value for one in USUAL],
        widget=PickMany,
        error_messages={"required": _("Choose at least one part.")},
    )


class GroundForm(forms.Form):
    """On which ground the other society is told; what is in force is not asked again."""

    kind = forms.ChoiceField(
        label=_("On which ground is it told of the person who searches?"),
        choices=BasisKind.choices,
        initial=BasisKind.CONSENT,
        widget=PickOne,
    )
    how = forms.ChoiceField(
        label=_("How did it come about?"),
        choices=How.choices,
        initial=How.SPOKEN,
        widget=PickOne,
    )
    sought = forms.ChoiceField(
        label=_("On which ground is it told of the person sought, who cannot be asked?"),
        choices=NOBODY_AGREES_FOR_ANOTHER,
        initial=BasisKind.PUBLIC_INTEREST,
        widget=PickOne,
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("kind") == BasisKind.CONSENT and given.get("how") == How.WEIGHED:
            self.add_error("how", _("Consent is given by the person. Choose how it was given."))
        return given

    def ground(self) -> Ground:
        given = self.cleaned_data
        return Ground(kind=given["kind"], how=given["how"], sought=given["sought"])


class WordsForm(forms.Form):
    """A question or an answer to the other desk, or what we tried."""

    words = forms.CharField(
        label=_("Your words"),
        help_text=_("No phone number, no address and no e-mail of anybody."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first.")},
    )


class NoteForm(forms.Form):
    """What we tried, for our own society."""

    words = forms.CharField(
        label=_("What was tried, and what came of it?"),
        help_text=_("Sealed to your own box. The other society never reads it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first.")},
    )


class DeclineForm(forms.Form):
    why = forms.ChoiceField(
        label=_("Why do you not take it on?"), choices=WhyNot.choices, widget=PickOne
    )


class RecallForm(forms.Form):
    why = forms.ChoiceField(
        label=_("Why do you take it back?"),
        help_text=_("It stays with the case. The other society does not read it."),
        choices=WhyBack.choices,
        widget=PickOne,
    )


class ResultForm(forms.Form):
    """What came of it. The found person's own word comes before anything of theirs is passed on."""

    result = forms.ChoiceField(
        label=_("What came of the search?"),
        help_text=_(
            "“Nothing that we may pass on” is said when nobody was found, and when somebody found "
            "wants nothing said. What a found person chose goes along by itself."
        ),
        choices=Result.choices,
        widget=PickOne,
    )
    standing = forms.ChoiceField(
        label=_("If the person has died: how sure is it?"),
        help_text=_("More than that somebody says so is for an officer to say."),
        choices=[("", "—"), *((one.value, one.label) for one in TOLD_AFAR)],
        required=False,
    )
    authority = forms.ChoiceField(
        label=_("Which authority confirms it?"),
        choices=[("", "—"), *Authority.choices],
        required=False,
    )
    reference = forms.CharField(
        label=_("The number or mark that the authority gave"), max_length=200, required=False
    )
    words = forms.CharField(
        label=_("What do you tell the other society?"),
        help_text=_(
            "Not where the person is and not how they are reached: that stays with you until the "
            "person agreed."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("result") == Result.DEAD and not given.get("standing"):
            self.add_error("standing", _("Say how sure it is that the person has died."))
        return given

    def outcome(self) -> Outcome:
        given = self.cleaned_data
        standing = given["standing"] if given["result"] == Result.DEAD else Standing.ALLEGED.value
        is_confirmed = standing == Standing.CONFIRMED
        named = (given["authority"], given["reference"]) if is_confirmed else ()
        return Outcome(given["result"], given["words"], Sure(standing, *named))


class LinkForm(forms.Form):
    """Which case of our own is the same search."""

    reference = forms.CharField(
        label=_("Do you search for the same person? The code of your case"),
        help_text=_("Then nobody sends the search round in a circle. Leave it empty for none."),
        max_length=20,
        required=False,
    )
    sought = forms.ChoiceField(
        label=_("Whom of those in your case is it about?"), required=False, widget=PickOne
    )

    def __init__(self, *args: Any, persons: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        if persons:
            named = [("", _("Not known")), *persons]
            self.fields["sought"].choices = named  # type: ignore[attr-defined]
        else:
            del self.fields["sought"]

    def chosen(self) -> UUID | None:
        said = self.cleaned_data.get("sought")
        return UUID(said) if said else None


class GiveSearchForm(GiveForm):
    """Who goes on with what another society asked."""

    to = forms.ChoiceField(label=_("Who goes on with this search?"))
