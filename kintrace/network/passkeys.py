"""Passkeys: after the password, instead of the code from the app; or alone, without a password.

A telephone asks for a finger or a number before it answers, so it is two factors by itself. It
opens no box: that takes the opening password, whoever has a passkey and whoever has nothing else.
"""

import json
from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
)
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm as AgainForm
from allauth.mfa.webauthn.internal import auth, flows
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.network.signin import belongs

if TYPE_CHECKING:
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Member

# What allauth lets through when a browser, or somebody in its place, sends nonsense.
_NONSENSE = (AttributeError, InvalidSignature, KeyError, TypeError, ValueError)


def of(member: "Member") -> list[Authenticator]:
    """The member's passkeys, the oldest first."""
    own = Authenticator.objects.filter(user=member, type=Authenticator.Type.WEBAUTHN)
    return list(own.order_by("created_at"))


def to_make(member: "Member") -> str:
    """What a browser needs to make one, as JSON; its answer fits this session alone.

    One that its keeper knows by itself signs in alone; an older key that cannot do that is welcome
    after the password.
    """
    asked = json.loads(_as_json(auth.begin_registration(member, passwordless=True)))
    wanted = {"residentKey": "preferred", "requireResidentKey": False}
    asked["publicKey"]["authenticatorSelection"] |= wanted
    return json.dumps(asked)


def to_use(js_data: dict[str, Any]) -> str:
    """What a browser needs to use one, as JSON; "" for who has none."""
    asked = json.loads(_as_json(js_data["request_options"]))
    return json.dumps(asked) if asked["publicKey"].get("allowCredentials") else ""


def to_sign_in() -> str:
    """What a browser needs to use one of those that it knows itself; its answer says whose."""
    return _as_json(auth.begin_authentication())


def came_alone(request: "StaffRequest") -> bool:
    """Whether this session began with a passkey and no password."""
    return bool(flows.did_use_passwordless_login(request, request.user))


def _as_json(options: Any) -> str:
    return json.dumps(options, default=dict)


class Answer:
    """An answer of a browser that does not fit is a sentence, whatever is wrong with it."""

    def clean(self) -> Any:
        """As allauth does, without its crashes."""
        try:
            return super().clean()  # type: ignore[misc]
        except _NONSENSE:
            raise _does_not_fit() from None


def _does_not_fit() -> forms.ValidationError:
    return forms.ValidationError(_("This passkey could not be used. Try again."))


class MakeForm(Answer, AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey. It has no name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["name"]


class Used:
    """The answer of a browser that used a passkey."""

    def clean_credential(self) -> Authenticator:
        """One of the member's own, for this very question."""
        try:
            found: Authenticator = super().clean_credential()  # type: ignore[misc]
        except forms.ValidationError:
            raise
        except _NONSENSE:
            raise _does_not_fit() from None
        return found


class UseForm(Used, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """After the password."""


class AloneForm(Used, LoginWebAuthnForm):  # type: ignore[misc]
    """Instead of name and password. Unknown and no longer active are one answer."""

    def clean_credential(self) -> Authenticator:
        """A passkey of whoever may sign in."""
        found = super().clean_credential()
        if not belongs(found.user):
            raise _does_not_fit()
        return found


class UseAgainForm(Used, AgainForm):  # type: ignore[misc]
    """Once more, before something that matters."""
