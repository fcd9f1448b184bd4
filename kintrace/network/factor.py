"""The second factor between being made and being set up: a secret that never lies open."""

import io
from typing import TYPE_CHECKING

import segno
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    validate_totp_code,
    yield_hotp_counters_from_time,
)

from kintrace.network.signin import open_factor, seal_factor

if TYPE_CHECKING:
    from kintrace.network.models import Member

PENDING = "second_factor_pending"


def is_set_up(member: "Member") -> bool:
    """Whether the member has a second factor at all."""
    return bool(get_adapter().is_mfa_enabled(member, types=[Authenticator.Type.TOTP]))


def pending(member: "Member", *, fresh: bool = False) -> str:
    """The secret that waits to be set up in this session; fresh: a new one.

    The session's row lies in the database, so the secret is sealed in it.
    """
    session = context.request.session
    if fresh or PENDING not in session:
        session[PENDING] = seal_factor(member, generate_totp_secret())
    return open_factor(member, session[PENDING])


def forget_pending() -> None:
    """The secret is set up, or not wanted any more."""
    context.request.session.pop(PENDING, None)


def require_code(member: "Member", secret: str, code: str) -> None:
    """Refuse, as a form's error, a code that the secret does not give; counted against guessing."""
    clear = check_rate_limit(member, error_key="rate_limited")
    if not validate_totp_code(secret, code):
        raise get_adapter().validation_error("incorrect_code")
    clear()


def step_of(factor: Authenticator, code: str) -> int:
    """The step (30 seconds, since 1970) of a code that was found right; the last if it fits two.

    0 when it ran out since then.
    """
    secret = get_adapter().decrypt(factor.data["secret"])
    steps: list[int] = list(yield_hotp_counters_from_time())
    valid = {step: format_hotp_value(hotp_value(secret, step)) for step in steps}
    fits = [step for step in steps if compare_user_code(actual=code, expected=valid[step])]
    return max(fits, default=0)


def picture(member: "Member") -> bytes:
    """The waiting secret as a QR code, an SVG file."""
    url = get_adapter().build_totp_url(member, pending(member))
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", scale=6, border=4, light="white")
    return drawn.getvalue()
