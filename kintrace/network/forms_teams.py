"""What is asked about a child's team."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.network.actions.boxes import Hand
from kintrace.network.forms import CeremonyForm, password_field, sign_in_field
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Member


def _said(member: "Member") -> tuple[str, str]:
    return str(member.pk), f"{member.name or member.sign_in} ({member.get_role_display()})"


class TeamForm(CeremonyForm):
    """A new team, signed by two officers."""

    name = forms.CharField(
        label=_("A word for the team"),
        help_text=_("One that you agree on, such as a colour or a tree. Never the child's name."),
        max_length=40,
        error_messages={"required": _("Write a word for the team.")},
    )
    members = forms.MultipleChoiceField(
        label=_("Who is in the team"),
        widget=PickMany(),
        error_messages={"required": _("Choose who is in the team.")},
    )
    field_order: tuple[str, ...] = ("name", "members", "own", "second", "second_password")

    def __init__(self, *args: Any, possible: "Sequence[Member]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.possible = {str(one.pk): one for one in possible}
        self.fields["members"].choices = [_said(one) for one in possible]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> "list[Member]":
        """The members that were ticked."""
        return [self.possible[one] for one in self.cleaned_data["members"]]


class ChooseTeamForm(TeamForm):
    """The same, by who protects children: both officers write their names."""

    own = None  # type: ignore[assignment]
    first = sign_in_field(_("The first officer's sign-in name"))
    first_password = password_field(_("The first officer's opening password"))
    field_order = ("name", "members", "first", "first_password", "second", "second_password")

    @property
    def first_hand(self) -> Hand:
        return Hand(self.cleaned_data["first"], self.cleaned_data["first_password"])


class AddForm(forms.Form):
    """One more for a team."""

    member = forms.TypedChoiceField(
        label=_("Who comes into the team"),
        coerce=UUID,
        widget=PickOne(),
        error_messages={"required": _("Choose a member.")},
    )

    def __init__(self, *args: Any, possible: "Sequence[Member]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [_said(one) for one in possible]  # type: ignore[attr-defined]
