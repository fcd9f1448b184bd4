"""One page on which a child's search is prepared for another society."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.children_transfers import Asking
from kintrace.cases.children_kin import OFFERED
from kintrace.cases.children_words import Agreed
from kintrace.cases.forms_children import KIN
from kintrace.cases.forms_children_desk import HomeForm
from kintrace.cases.forms_transfers import AskForm
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.children_kin import Kin
    from kintrace.cases.children_rules import Withheld
    from kintrace.network.models import Society


class AskForChildForm(AskForm):
    """Whom we ask and for whom, what is sent, what the child said, and who was not told."""

    parts = forms.MultipleChoiceField(
        label=_("What does the other society need for the search?"),
        help_text=_("Of the child nothing is sent but that a child searches."),
        choices=[(one.value, one.label) for one in OFFERED],
        initial=[one.value for one in OFFERED],
        widget=PickMany,
        error_messages={"required": _("Choose at least one part.")},
    )
    agreed = forms.ChoiceField(
        label=_("You told the child which society it is and what it will learn. What does it say?"),
        choices=Agreed.choices,
        widget=PickOne,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        societies: Sequence[Society] = (),
        kin: Sequence[Kin] = (),
        kept_from: Sequence[Withheld] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, societies=societies, **more)
        self.kin = kin
        called = dict(KIN)
        whom = [(str(one.row), f"{called.get(one.relation, '')} · {one.name}") for one in kin]
        self.fields["sought"].choices = whom  # type: ignore[attr-defined]
        self.fields["sought"].initial = whom[0][0] if len(whom) == 1 else None
        self.fields["question"].help_text = _(
            "It reads this when it accepted. Neither the name of the child nor where it is."
        )
        for place, one in enumerate(kept_from):
            self.fields[f"kept_{place}"] = forms.BooleanField(
                label=HomeForm.not_told(one.who, one.relation), help_text=one.what
            )

    def childs_asking(self) -> Asking:
        given = self.cleaned_data
        ticked = [name for name, is_so in given.items() if name.startswith("kept_") and is_so]
        return Asking(
            row=int(given["sought"]),
            society=self.societies[given["society"]],
            wish=given["wish"],
            question=given["question"],
            region=given["region"],
            answer_by=given["answer_by"],
            parts=given["parts"],
            agreed=given["agreed"],
            kept=[int(name.removeprefix("kept_")) for name in ticked],
            seen=given["seen"],
        )
