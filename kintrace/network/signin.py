"""What allauth asks us while somebody signs in: who it is, where it comes from, what it may keep.

Its rows hold no network address, no browser and no readable second factor.
"""

import base64
import hmac
import secrets
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import unstash_login
from allauth.core import context
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network import kept, lookups, sessions
from kintrace.network.words import SocietyState
from kintrace.vault.actions import staff_open, staff_seal
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member

# Nobody's password hash: checking against it costs what checking a real one costs.
_NOBODY = "!"
# Addresses are told apart while this process lives and mean nothing afterwards.
_ADDRESS_KEY = secrets.token_bytes(32)


class SignInBackend(BaseBackend):
    """Sign-in name and password. Unknown, wrong and no longer active are one answer."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_more: Any,
    ) -> "Member | None":
        """The active member with this name and password; the same work when there is none."""
        if not username or not password:
            return None
        member = lookups.member_named(username)
        right = check_password(password, member.password if member else _NOBODY)
        return member if member and right and belongs(member) else None

    def get_user(self, user_id: UUID) -> "Member | None":
        """The member of a session, while active."""
        member = lookups.member_or_none(user_id)
        return member if member and belongs(member) else None


def belongs(member: "Member") -> bool:
    """Whether the member is active, and so is the society."""
    return member.is_active and member.society.state == SocietyState.ACTIVE


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Our words and rules for signing in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("This name and password do not belong together."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password."),
    }

    def get_login_stages(self) -> list[str]:
        """After the password: the second factor, and nothing else."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def post_login(self, request: HttpRequest, user: "Member", **kwargs: Any) -> HttpResponse:
        """Note in the session what was proved, and in the audit that it happened."""
        methods = {one["method"] for one in get_authentication_records(request, user)}
        if "mfa" in methods:
            sessions.mark_factor(request)
        with reading_as(user.society_id, member=user.pk):
            record(Deed.SIGNED_IN, about=user.pk, by=user)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return redirect("network:typed_again") if kept.waiting(request) else answer

    def logout(self, request: HttpRequest) -> None:
        """End the session and everything that belongs to it."""
        sessions.end(request)

    def get_client_ip(self, request: HttpRequest) -> str:
        """A pseudonym in the form of an address; see `pseudonym`."""
        return pseudonym(get_client_ip(request) or "")

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """Nothing."""
        return ""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the person has to prove it is them: signing in counts as proof, too."""
        return not sessions.proved_lately(context.request)

    def is_safe_url(self, url: str) -> bool:
        """Only a path of this host, never another host."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Members are invited."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Every answer is a page."""
        return False

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The sign-in page: the next person at this tablet starts there."""
        return reverse("account_login")

    def respond_user_inactive(self, request: HttpRequest, user: "Member") -> HttpResponse:
        """Like every other refusal to sign in."""
        return redirect("account_login")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The pages say what happened."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Letters to members are ours (letters/), not allauth's."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed under the key of the member's society."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Codes change every 30 seconds."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret of the member who is signing in or setting it up."""
        return seal_factor(_at_the_door(), text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it for the same member. KeyNotAtHand for anybody else's."""
        return open_factor(_at_the_door(), encrypted_text)

    def get_totp_label(self, user: "Member") -> str:
        """The name shown in the authenticator app."""
        return user.sign_in

    def get_public_key_credential_user_entity(self, user: "Member") -> dict[str, Any]:
        """What the browser shows beside a passkey: the sign-in name and nothing else."""
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"name": user.sign_in, "display_name": user.sign_in}

    def generate_authenticator_name(self, *args: Any) -> str:
        """None: a name for a telephone soon names a person, and would lie there in plain."""
        return ""

    def build_totp_svg(self, url: str) -> str:
        """Not built into the page: the picture has an address of its own."""
        return ""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Letters to members are ours (letters/), not allauth's."""


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    """Sessions are listed by when they began; addresses and browsers are never kept."""


def seal_factor(member: "Member", text: str) -> str:
    """Seal a secret of this member's second factor for the database."""
    with reading_as(member.society_id, member=member.pk):
        return base64.b64encode(staff_seal(text, label=_label(member))).decode()


def open_factor(member: "Member", sealed: str) -> str:
    """Undo `seal_factor`. KeyNotAtHand when it was another member's."""
    with reading_as(member.society_id, member=member.pk):
        return staff_open(base64.b64decode(sealed), label=_label(member))


def _label(member: "Member") -> str:
    # Bound to the member: a secret copied into somebody else's row does not open there.
    return f"second factor|{member.pk}"


def _at_the_door() -> "Member":
    """Whose second factor this request is about: signed in, or with the password behind them."""
    request = context.request
    login = unstash_login(request, peek=True)
    member: Member | None = request.user if request.user.is_authenticated else login and login.user
    if member is None:
        raise KeyNotAtHand("nobody is signing in")
    return member


def pseudonym(address: str) -> str:
    """Stand in for a network address: told apart from others, and traceable to nobody.

    Rate limits see the same stand-in for the same address (an IPv6 /64 is one), which is all
    they need. It has the form of an IPv6 address because allauth's columns demand one.
    """
    digest = hmac.digest(_ADDRESS_KEY, _network(address).encode(), "sha256")
    return str(IPv6Address(b"\xfd" + digest[:7] + bytes(8)))


def _network(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return ""  # a Unix socket has none
    if isinstance(known, IPv6Address):
        return str(IPv6Network((known, 64), strict=False))
    return str(known)
