"""What the desk is asked about regions and posters."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import PickMany, PickOne, PickPictures
from kintrace.wall.forms_information import beside, languages, offer, topics
from kintrace.wall.handouts import Size as Paper
from kintrace.wall.posters import LANGUAGES, ROOM, Size, first_of, hangs_until

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kintrace.network.models import Society
    from kintrace.wall.models import Region


class RegionForm(forms.Form):
    """A part of the world for which societies make posters together."""

    name = forms.CharField(label=_("Name of the region"), max_length=80)
    scope = forms.CharField(
        label=_("Which journeys and which separations it is for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    criteria = forms.CharField(
        label=_("Whose photo may stand on its posters"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    societies = forms.MultipleChoiceField(
        label=_("Societies that make posters for it"), widget=PickMany()
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of its posters"), choices=settings.LANGUAGES, widget=PickMany()
    )

    def __init__(self, *args: Any, societies: "Sequence[Society]", **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(str(one.pk), one.name) for one in societies]
        self.fields["societies"].choices = chosen  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """What an issue is for: region, languages, paper and month."""

    region = forms.ChoiceField(label=_("For which region?"), widget=PickOne())
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        help_text=_("Up to four on A3, up to three on A4. Without a choice: the region’s own."),
        choices=settings.LANGUAGES,
        required=False,
        widget=PickMany(),
    )
    size = forms.ChoiceField(label=_("How large?"), widget=PickOne())
    month = forms.ChoiceField(label=_("For which month?"), widget=PickOne())

    def __init__(self, *args: Any, regions: "Sequence[Region]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.regions = {str(one.pk): one for one in regions}
        named = [(pk, one.name) for pk, one in self.regions.items()]
        months = _months(timezone.localdate())
        for name, choices in (("region", named), ("size", Size.choices), ("month", months)):
            field = self.fields[name]
            field.choices = choices  # type: ignore[attr-defined]
            field.initial = next((value for value, _words in choices), None)

    def clean_region(self) -> "Region":
        return self.regions[self.cleaned_data["region"]]

    def clean_month(self) -> date:
        return date.fromisoformat(self.cleaned_data["month"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        region, size = said.get("region"), said.get("size")
        if region and not said.get("languages"):
            known = dict(settings.LANGUAGES)
            said["languages"] = [code for code in region.languages if code in known]
        if size and len(said.get("languages", ())) > LANGUAGES[Size(size)]:
            self.add_error("languages", _("Choose fewer languages, or a larger paper."))
        return said


def _months(today: date) -> list[tuple[str, str]]:
    """This month and the next, each with its last day: nobody should have to reckon it."""
    this = first_of(today)
    return [_month(this), _month(first_of(hangs_until(this)))]


def _month(month: date) -> tuple[str, str]:
    words = _now("%(month)s; it hangs until %(day)s") % {
        "month": date_format(month, "F Y"),
        "day": date_format(hangs_until(month), "j F Y"),
    }
    return month.isoformat(), words


class FacesForm(forms.Form):
    """Which of the faces that may be printed stand on this issue."""

    faces = forms.MultipleChoiceField(
        label=_("Which photos?"),
        widget=PickPictures(),
        error_messages={"required": _("Choose at least one photo.")},
    )

    def __init__(
        self, *args: Any, pictures: "Mapping[str, tuple[str, str]]", size: str, **more: Any
    ) -> None:
        """pictures: each face's id to (its sentence, the address of its picture)."""
        super().__init__(*args, **more)
        self.room = ROOM[Size(size)]
        field = self.fields["faces"]
        field.choices = [(pk, words) for pk, (words, _url) in pictures.items()]  # type: ignore[attr-defined]
        field.widget.previews = {pk: url for pk, (_words, url) in pictures.items()}
        field.initial = list(pictures)[: self.room]

    def clean_faces(self) -> list[str]:
        """In the order of the page, whatever order they were sent in."""
        chosen = set(self.cleaned_data["faces"])
        if len(chosen) > self.room:
            raise forms.ValidationError(
                _("The paper has room for %(room)d photos. Take some away."),
                params={"room": self.room},
            )
        return [pk for pk in self.fields["faces"].widget.previews if pk in chosen]


class HangForm(forms.Form):
    """Where a sheet was hung."""

    where = forms.CharField(
        label=_("Where does it hang?"),
        help_text=_("So that a colleague finds it: the house, the floor, which wall."),
        max_length=300,
    )
    who = forms.CharField(label=_("Who hung it?"), max_length=120)
    since = forms.DateField(
        label=_("Since when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_since(self) -> date:
        day: date = self.cleaned_data["since"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


CARD = "card"


class PaperForm(forms.Form):
    """What the desk prints: a sheet of pictures or the cards, in one language or two."""

    topic = forms.ChoiceField(label=_("What about?"), widget=PickOne())
    first = forms.ChoiceField(label=_("In which language?"), widget=PickOne())
    beside = forms.ChoiceField(
        label=_("Which language beside it?"), required=False, widget=PickOne()
    )
    size = forms.ChoiceField(
        label=_("Which sheet?"),
        help_text=_("Cards are printed five to an A4, to cut and to fold."),
        choices=Paper.choices,
        initial=Paper.A4,
        widget=PickOne(),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "topic", [*topics(), (CARD, _("Cards to pass on"))], "together")
        offer(self, "first", languages(), settings.LANGUAGE_CODE)
        offer(self, "beside", beside(""), "")
