"""What an administrator is asked about members and societies."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right, Role, has
from kintrace.network.forms import sign_in_field
from kintrace.network.seen import SeenForm
from kintrace.network.words import SocietyKind, is_code, is_country, is_sign_in_name
from kintrace.ui.widgets import Phone, PickMany, PickOne

if TYPE_CHECKING:
    from kintrace.network.models import Member


def languages_field(label: Any, hint: Any) -> forms.MultipleChoiceField:
    """Languages of the house, at least one."""
    return forms.MultipleChoiceField(
        label=label, help_text=hint, choices=settings.LANGUAGES, widget=PickMany()
    )


class MemberForm(forms.Form):
    """What a society knows of a member."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False, widget=Phone())
    languages = languages_field(
        _("Languages"), _("Letters are written in the first of them that we have.")
    )


class KnownForm(SeenForm, MemberForm):
    """What is known of a member, corrected."""


class RoleForm(forms.Form):
    """The roles this administrator may hand out."""

    role = forms.ChoiceField(label=_("Role"), widget=PickOne())

    def __init__(self, *args: Any, by: "Member", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = has(by, Right.MANAGE_SOCIETIES)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            choice for choice in Role.choices if office or choice[0] != Role.NETWORK_ADMIN
        ]


class InviteForm(RoleForm, MemberForm):
    """A new member."""

    sign_in = sign_in_field(
        _("Sign-in name"), hint=_("From a to z and digits. It cannot be changed later.")
    )
    field_order = ("sign_in", "role", "name", "email", "phone", "languages")

    def clean_sign_in(self) -> str:
        """In small letters, as it will be kept."""
        sign_in: str = self.cleaned_data["sign_in"].casefold()
        is_sign_in_name(sign_in)
        return sign_in


class SocietyForm(forms.Form):
    """A society that joins the network. All of it is public."""

    code = forms.CharField(
        label=_("Code of the society"), help_text=_("From 2 to 8 letters."), max_length=8
    )
    name = forms.CharField(label=_("Name of the society"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=SocietyKind, widget=PickOne())
    country = forms.CharField(
        label=_("Country"), help_text=_("Two letters, such as AT."), max_length=2
    )
    phone = forms.CharField(label=_("Public phone"), max_length=40, required=False, widget=Phone())
    languages = languages_field(_("Languages"), _("The languages people are answered in."))

    def clean_code(self) -> str:
        """In capitals, as it will be kept."""
        code: str = self.cleaned_data["code"].upper()
        is_code(code)
        return code

    def clean_country(self) -> str:
        """In capitals, as it will be kept."""
        country: str = self.cleaned_data["country"].upper()
        is_country(country)
        return country


class AdministratorForm(forms.Form):
    """Who will invite the members of a society."""

    sign_in = sign_in_field(_("Sign-in name"))
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    clean_sign_in = InviteForm.clean_sign_in
