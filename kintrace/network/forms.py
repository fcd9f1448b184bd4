"""What is asked at the door: shape and language of input; the rules are in actions and allauth."""

from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kintrace.network import factor
from kintrace.network.actions import Hand, spend_code

if TYPE_CHECKING:
    from kintrace.network.models import Member

TOO_MANY = _("Too many attempts. Wait a minute, then try again.")


def sign_in_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.CharField:
    """A sign-in name as it is typed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}
        ),
        error_messages={"required": _("Write the sign-in name.")},
    )


def password_field(
    label: Any, *, new: bool = False, required: bool = True, hint: Any = ""
) -> forms.CharField:
    """A password as it is typed: not trimmed, and left to the browser's password keeper."""
    keeper = "new-password" if new else "current-password"
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        required=required,
        widget=forms.PasswordInput(attrs={"autocomplete": keeper}),
        error_messages={"required": _("Write the password.")},
    )


def code_field(hint: Any) -> forms.CharField:
    """A code from the authenticator app."""
    return forms.CharField(
        label=_("Your code"),
        help_text=hint,
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
        ),
        error_messages={"required": _("Write the code.")},
    )


class SignInForm(LoginForm):  # type: ignore[misc]
    """Sign-in name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = sign_in_field(_("Sign-in name"))
        self.fields["password"] = password_field(_("Password"))
        self.order_fields(["login", "password"])


class OnlyOnce:
    """A code from the app lets in once, whichever process sees it."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """Right, and not used before."""
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type != Authenticator.Type.TOTP:
            return code
        if not spend_code(self.authenticator, step=factor.step_of(self.authenticator, code)):
            raise forms.ValidationError(_("This code was used already. Wait for the next one."))
        return code


class CodeForm(OnlyOnce, AuthenticateForm):  # type: ignore[misc]
    """The second factor, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(
            _("Six digits from your authenticator app, or one of your recovery codes.")
        )


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Password"))


class CodeOnceMoreForm(OnlyOnce, CodeAgainForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Six digits from your authenticator app."))


class NewPasswordForm(forms.Form):
    """A password chosen twice."""

    password = password_field(
        _("New password"),
        new=True,
        hint=_("At least 15 characters. Several words that you can remember are best."),
    )
    again = password_field(_("The same password again"), new=True)

    def __init__(self, *args: Any, member: "Member", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member

    def clean_password(self) -> str:
        """Long enough, not common, not the sign-in name."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.member)
        return password

    def clean_again(self) -> str:
        """Typed twice alike."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("The two passwords are not the same."))
        return again


class ChangePasswordForm(NewPasswordForm):
    """The password in force first."""

    old = password_field(_("Your password now"))
    field_order = ("old", "password", "again")

    def clean_old(self) -> str:
        """Whether it is the right one."""
        old: str = self.cleaned_data["old"]
        if not self.member.check_password(old):
            raise forms.ValidationError(_("This is not your password."))
        return old


class SignInNameForm(forms.Form):
    """Who forgot their password."""

    sign_in = sign_in_field(_("Your sign-in name"))


class RecoverForm(NewPasswordForm):
    """The member's recovery code, and a new opening password."""

    code = forms.CharField(
        label=_("Your recovery code"),
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "characters"}),
    )
    field_order = ("code", "password", "again")


class OpenBoxForm(forms.Form):
    """The opening password."""

    opening_password = password_field(
        _("Opening password"),
        hint=_("The password you sign in with, unless you have set one of its own."),
    )


class CeremonyForm(forms.Form):
    """Two officers, one after the other at the same screen."""

    own = password_field(_("Your opening password"))
    second = sign_in_field(_("The second officer's sign-in name"))
    second_password = password_field(_("The second officer's opening password"))

    @property
    def hand(self) -> Hand:
        """The second officer."""
        return Hand(self.cleaned_data["second"], self.cleaned_data["second_password"])


class SafeForm(CeremonyForm):
    """The same two, and the code from the envelope in the safe."""

    code = forms.CharField(
        label=_("The code from the safe"),
        help_text=_("Six groups of four letters and digits. Large or small does not matter."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"dir": "ltr", "autocapitalize": "characters", "autocomplete": "off"}
        ),
        error_messages={"required": _("Write the code.")},
    )
    field_order = ("code", "own", "second", "second_password")


class GrantForm(CeremonyForm):
    """The same, and somebody who can open the box if neither officer can."""

    holder = sign_in_field(
        _("Sign-in name of a member who can open this box"),
        required=False,
        hint=_("Leave it empty if one of you two can open it."),
    )
    holder_password = password_field(_("This member's opening password"), required=False)

    @property
    def holding(self) -> Hand | None:
        """The member who lends the box, if any."""
        name = self.cleaned_data["holder"]
        return Hand(name, self.cleaned_data["holder_password"]) if name else None


class SetUpFactorForm(forms.Form):
    """The first code from the app that just took the secret."""

    code = code_field(_("Six digits. They change every 30 seconds."))

    def __init__(self, *args: Any, user: "Member", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.secret = factor.pending(user, fresh=not self.is_bound)

    def clean_code(self) -> str:
        """Whether the app and we have the same secret."""
        code: str = self.cleaned_data["code"]
        factor.require_code(self.user, self.secret, code)
        return code
