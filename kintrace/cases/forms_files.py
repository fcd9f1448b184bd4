"""Questions when a paper or a recording is put to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases import lookups
from kintrace.cases.actions.files import Put
from kintrace.cases.days import asked_day
from kintrace.cases.file_checks import SENTENCES, Why
from kintrace.cases.file_words import FileKind
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from datetime import date
    from typing import IO

    from kintrace.cases.models import Sought

TAKES = ".jpg,.jpeg,.png,.webp,.pdf,.wav,.mp3,.ogg,.oga,.opus,.m4a,.webm"


class FileForm(forms.Form):
    """What it is first and the file last: so whatever becomes of the file, the words arrive."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=FileKind.choices, widget=PickOne)
    about = forms.ChoiceField(label=_("Whom is it about?"), required=False, widget=PickOne)
    note = forms.CharField(
        label=_("What should colleagues know about it?"),
        help_text=_("Sealed into the box, like the file."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreed = forms.BooleanField(
        label=_("A recording: the person agreed to be recorded."), required=False
    )
    agreed_on = asked_day(
        label=_("On which day did they agree?"),
        required=False,
        initial=None,
    )
    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "A picture or a PDF of 8 MB at most, or a recording of 40 MB at most. The name of the "
            "file is not kept."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": TAKES}),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty. Choose it again."),
        },
    )

    def __init__(self, *args: Any, sought: list[Sought], not_taken: str = "", **more: Any) -> None:
        """`not_taken`: why a file that was sent did not get as far as this form."""
        super().__init__(*args, **more)
        self.sought = {str(one.pk): one for one in sought}
        people = [(str(one.pk), name) for one, name in lookups.with_names(self.sought.values())]
        self.fields["about"].choices = [("", _("The whole case")), *people]  # type: ignore[attr-defined]
        if not_taken:
            self.fields["file"].error_messages["required"] = SENTENCES[Why(not_taken)]

    def clean_agreed_on(self) -> date | None:
        day: date | None = self.cleaned_data["agreed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Write down when it was."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == FileKind.RECORDING:
            if not given.get("agreed"):
                self.add_error(
                    "agreed", _("Nobody is recorded without their yes. Ask first, and say so here.")
                )
            elif not given.get("agreed_on") and "agreed_on" not in self.errors:
                self.add_error("agreed_on", _("Write down on which day they agreed."))
        return given

    def put(self) -> Put:
        said = self.cleaned_data
        kind = FileKind(said["kind"])
        agreed = said["agreed_on"] if kind == FileKind.RECORDING and said["agreed"] else None
        return Put(kind, self.sought.get(said["about"]), agreed, said["note"])

    def whole(self) -> IO[bytes]:
        """The bytes as they lie in memory already."""
        held: IO[bytes] = self.cleaned_data["file"].file
        return held


class TakeOutForm(forms.Form):
    """Whoever takes a file out says that it is meant."""

    sure = forms.BooleanField(label=_("It shall be deleted. Nobody can bring it back."))
