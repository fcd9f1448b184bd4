"""What is written down at the door, and the end of sessions."""

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from kintrace.network.models import Member


class TryThePasskeyFirst(Refusal):
    """Nobody gives up a password for a passkey that may not let them in."""

    def __init__(self) -> None:
        super().__init__(
            _("First try it: sign out, and sign in with your passkey alone. Then come back here.")
        )


class LastWayIn(Refusal):
    """Without it the member could not come in any more."""

    def __init__(self) -> None:
        super().__init__(
            _("You have no password: this passkey is your only way in. Set up another one first.")
        )


def note_sign_out(member: "Member") -> None:
    """The member signed out."""
    record(Deed.SIGNED_OUT, about=member.pk, by=member)


@transaction.atomic
def set_second_factor(member: "Member", *, secret: str) -> None:
    """Keep the secret a code just proved, with new recovery codes; what was there before goes.

    Only in the member's own request: the secret is sealed for whoever is signed in.
    """
    gone = Authenticator.objects.filter(user=member)
    if not member.has_usable_password():
        gone = gone.exclude(type=Authenticator.Type.WEBAUTHN)  # the only way in
    if gone.delete()[0]:
        remember_loss(Loss.FACTOR, of=member)
    TOTP.activate(member, secret)
    RecoveryCodes.activate(member)
    record(Deed.SET_SECOND_FACTOR, about=member.pk, by=member)


@transaction.atomic
def add_passkey(member: "Member", *, credential: dict[str, Any]) -> None:
    """Keep a passkey whose answer was found right."""
    WebAuthn.add(member, name="", credential=credential)
    record(Deed.SET_PASSKEY, about=member.pk, by=member)


@transaction.atomic
def remove_passkey(member: "Member", *, passkey: str) -> None:
    """Forget one of the member's own passkeys; anybody else's, and what is none, is left alone.

    Raises LastWayIn.
    """
    own = _locked_passkeys(member)
    if len(own) == 1 and not member.has_usable_password():
        raise LastWayIn
    for row in own:
        if str(row.pk) == passkey:
            row.delete()
            remember_loss(Loss.FACTOR, of=member)
    record(Deed.REMOVED_PASSKEY, about=member.pk, by=member)


def _locked_passkeys(member: "Member") -> list[Authenticator]:
    """The member's passkeys; of two requests that take ways in away, the second sees the first."""
    own = Authenticator.objects.filter(user=member, type=Authenticator.Type.WEBAUTHN)
    return list(own.select_for_update())


@transaction.atomic
def give_up_password(member: "Member", *, came_alone: bool) -> None:
    """From now on a passkey alone lets in; every session of the member ends.

    What opens the boxes stays as it is, whether it was the same word or another. `came_alone`: this
    session began with a passkey and no password. Raises TryThePasskeyFirst, also when that passkey
    was removed since.
    """
    if not came_alone or not _locked_passkeys(member):
        raise TryThePasskeyFirst
    member.set_unusable_password()
    member.sessions_ended += 1
    member.save(update_fields=["password", "sessions_ended"])
    clear_sessions(member)
    record(Deed.GAVE_UP_PASSWORD, about=member.pk, by=member)


@transaction.atomic
def spend_code(factor: Authenticator, *, step: int) -> bool:
    """Whether no code of this step (30 seconds, since 1970) or a later one was used before.

    From now on one was (RFC 6238 §5.2). allauth remembers used codes in the memory of one
    process, and we have several.
    """
    row = Authenticator.objects.select_for_update().get(pk=factor.pk)
    if row.data.get("spent", 0) >= step:
        return False
    row.data["spent"] = step
    row.save(update_fields=["data"])
    return True


def note_new_codes(member: "Member") -> None:
    """The member made new recovery codes: the old ones may be in other hands."""
    remember_loss(Loss.FACTOR, of=member)
    record(Deed.MADE_RECOVERY_CODES, about=member.pk, by=member)


def note_unproved(member: "Member") -> None:
    """Somebody with the password had no code, or with the session no password, code or passkey:
    worth a look, for a thief stands there."""
    record(Deed.SIGN_IN_FAILED, about=member.pk, by=member)


def note_proved(member: "Member") -> None:
    """The member proved once more, within a session, that it is them."""
    record(Deed.CONFIRMED_SELF, about=member.pk, by=member)


@transaction.atomic
def end_session(member: "Member", *, session: str) -> None:
    """End one of the member's own sessions; anybody else's, and what is none, is left alone."""
    for row in UserSession.objects.filter(user=member):
        if str(row.pk) == session:
            row.end()
    record(Deed.ENDED_SESSIONS, about=member.pk, by=member)


@transaction.atomic
def end_sessions(member: "Member", *, by: "Member") -> None:
    """End every session of a member at once, those in no list included."""
    member.sessions_ended += 1
    member.save(update_fields=["sessions_ended"])
    clear_sessions(member)
    record(Deed.ENDED_SESSIONS, about=member.pk, by=by)


def clear_sessions(member: "Member") -> None:
    """Take away the rows of sessions that are worthless already (see Member's session hash)."""
    for row in UserSession.objects.filter(user=member):
        SessionStore().delete(row.session_key)
        row.delete()
