"""Forms of certificates: asked for, and withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.cases.certificate_words import Because, CertificateKind
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from django.http import QueryDict


class AskForAttestationForm(forms.Form):
    """What it says, in which language, and that the person knows what the paper tells."""

    kind = forms.ChoiceField(label=_("What shall it say?"), widget=PickOne)
    language = forms.ChoiceField(
        label=_("In which language?"),
        help_text=_("Choose the language of the people who will read it."),
        choices=settings.LANGUAGES,
    )
    knows = forms.BooleanField(
        label=_(
            "The person asked for it, and knows: whoever reads it learns that the person came to "
            "us about their family."
        ),
        error_messages={"required": _("Say this to the person first.")},
    )

    def __init__(self, data: QueryDict | None, *, kinds: list[str]) -> None:
        super().__init__(data)
        self.kinds = kinds
        if len(kinds) == 1:  # nothing to choose
            del self.fields["kind"]
            return
        kind: Any = self.fields["kind"]
        kind.choices = [(one, CertificateKind(one).label) for one in kinds]

    def asked_for(self) -> dict[str, str]:
        """Kind and language."""
        said = self.cleaned_data
        return {"kind": said.get("kind", self.kinds[0]), "language": said["language"]}


class WithdrawAttestationForm(forms.Form):
    """Why the code is valid no more."""

    because = forms.ChoiceField(
        label=_("Why is it withdrawn?"),
        choices=[one for one in Because.choices if one[0] != Because.ENDED],
        widget=PickOne,
    )
