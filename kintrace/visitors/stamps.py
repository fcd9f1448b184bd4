"""The signed time in a public form: who sends, has had the page for a moment, and not for days."""

import enum

from django.core import signing
from django.utils.crypto import get_random_string

SHORTEST = 3  # seconds: nobody reads and fills in a form faster
LONGEST = 24 * 60 * 60
AHEAD = 60  # seconds by which the clocks of two machines may differ
_SIGNER = signing.TimestampSigner(salt="kintrace.visitors.stamp")


class Verdict(enum.Enum):
    GOOD = "good"
    TOO_SOON = "too soon"
    TOO_OLD = "too old"
    NOT_OURS = "not ours"


def stamp() -> str:
    """A fresh stamp for a form's hidden field: a random word, the time, our signature."""
    return _SIGNER.sign(get_random_string(12))


def check_stamp(value: str) -> Verdict:
    """Never raises: a broken stamp is a verdict like another."""
    try:
        _SIGNER.unsign(value, max_age=LONGEST)
    except signing.SignatureExpired:
        return Verdict.TOO_OLD
    except signing.BadSignature:
        return Verdict.NOT_OURS
    if _is_newer_than(value, -AHEAD):
        return Verdict.TOO_OLD  # of a time when the clock stood ahead; a new one is taken sooner
    return Verdict.TOO_SOON if _is_newer_than(value, SHORTEST) else Verdict.GOOD


def _is_newer_than(value: str, seconds: int) -> bool:
    try:
        _SIGNER.unsign(value, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True
