"""The code on a certificate: four groups of four, the last letter checks the others.

Its 73 random bits cannot be guessed, so what is kept of it needs no stretching, and a check costs
as much for a code that is known as for one that is not.
"""

import hmac

from django.conf import settings

from kintrace.vault import codes

GROUPS = 4


def new_code() -> str:
    return codes.new_checked_code(GROUPS)


def is_whole(code: str) -> bool:
    """Whether nothing is mistyped in it. Says nothing of whether there is such a certificate."""
    return codes.is_checked(code, groups=GROUPS)


def lookup_id(code: str) -> bytes:
    """The 32 bytes under which a certificate is found."""
    salt = bytes.fromhex(settings.ANSWER_SALT)
    return hmac.digest(salt, f"attestation|{codes.normalise(code)}".encode(), "sha256")
