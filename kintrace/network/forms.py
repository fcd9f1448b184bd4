"""What is asked at the door: shape and language of input; the rules are in actions and allauth."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.network import factor
from kintrace.network.models import Member


def password_field(label: Any, *, new: bool = False, hint: Any = "") -> forms.CharField:
    """A password as it is typed: not trimmed, and left to the browser's password keeper."""
    keeper = "new-password" if new else "current-password"
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": keeper}),
        error_messages={"required": _("Write the password.")},
    )


def code_field(hint: Any) -> forms.CharField:
    """A code from the authenticator app."""
    return forms.CharField(
        label=_("Code"),
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
        self.fields["login"] = forms.CharField(
            label=_("Sign-in name"),
            max_length=40,
            widget=forms.TextInput(
                attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}
            ),
            error_messages={"required": _("Write your sign-in name.")},
        )
        self.fields["password"] = password_field(_("Password"))
        self.order_fields(["login", "password"])


class CodeForm(AuthenticateForm):  # type: ignore[misc]
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


class CodeOnceMoreForm(CodeAgainForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Six digits from your authenticator app."))


class SetUpFactorForm(forms.Form):
    """The first code from the app that just took the secret."""

    code = code_field(_("Six digits. They change every 30 seconds."))

    def __init__(self, *args: Any, user: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.secret = factor.pending(user, fresh=not self.is_bound)

    def clean_code(self) -> str:
        """Whether the app and we have the same secret."""
        code: str = self.cleaned_data["code"]
        factor.require_code(self.user, self.secret, code)
        return code
