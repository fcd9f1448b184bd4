"""A pass: a signed challenge that waiting or work makes good, once.

`<token>` is good twenty seconds after it was made, `<token>~<work>` at once. The token is random
and signed; it says nothing about who waits or for what. Nothing is kept of it before it is used.

The work is to find, for each of sixteen pieces, a number n so that SHA-256(seed ‖ n ‖ piece)
begins with fourteen zero bits: some 260,000 tries, two to four seconds on an old phone, and much
less for whoever brings a computer. Small pieces take about as long each time; one large one would
now and then take ten times as long.
"""

import re
import time
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.core import signing
from django.utils.crypto import get_random_string

WAIT = 20  # seconds
AHEAD = 60  # seconds by which the clocks of two machines may differ
GOOD_FOR = 30 * 60  # seconds: somebody may put the phone down
PIECES, BITS = 16, 14
BETWEEN = "~"
_NUMBER = re.compile("[0-9]{1,10}")
_SIGNER = signing.TimestampSigner(salt="kintrace.visitors.pass")


def issue() -> str:
    """A fresh token."""
    return _SIGNER.sign(get_random_string(22))


def token_of(said: str) -> str:
    """The token in a pass, or "" when it is not ours or too old."""
    token = said.partition(BETWEEN)[0]
    try:
        _SIGNER.unsign(token, max_age=GOOD_FOR)
    except signing.BadSignature:
        return ""
    # Made while the clock stood ahead: nobody waits for that hour to come again.
    return token if seconds_left(token) <= WAIT + AHEAD else ""


def waiting(said: str) -> str:
    """The token to wait on: the one that came too early, so that its clock runs on; else a new one.

    One that was worked for may have been used.
    """
    token = "" if BETWEEN in said else token_of(said)
    return token if token and seconds_left(token) else issue()


def is_good(said: str) -> bool:
    """Whether it was waited for or worked for. Whether it was used before, the table knows."""
    token = token_of(said)
    return bool(token) and (seconds_left(token) == 0 or _is_worked(said))


def seconds_left(token: str) -> int:
    """How long a token of ours still has to wait."""
    made = signing.b62_decode(token.split(":")[-2])
    return max(0, made + WAIT - int(time.time()))


@dataclass(frozen=True)
class Work:
    """What the script on the page is told about a token."""

    token: str
    pieces: int = PIECES
    bits: int = BITS

    @property
    def seed(self) -> str:
        return seed(self.token)


def seed(token: str) -> str:
    """What the work begins with: 32 bytes in hexadecimal."""
    return sha256(token.encode()).hexdigest()


def worked(token: str) -> str:
    """The pass that the page's script makes of a token; for our own programs that play visitors."""
    start = seed(token)
    found = (next(n for n in range(2**32) if fits(start, piece, n)) for piece in range(PIECES))
    return token + BETWEEN + ".".join(map(str, found))


def mark(token: str) -> UUID:
    """Under what a used token is remembered."""
    return UUID(bytes=sha256(b"used|" + token.encode()).digest()[:16])


def _is_worked(said: str) -> bool:
    token, _, work = said.partition(BETWEEN)
    numbers = work.split(".")
    if len(numbers) != PIECES or not all(map(_NUMBER.fullmatch, numbers)):
        return False
    start = seed(token)
    return all(fits(start, piece, int(number)) for piece, number in enumerate(numbers))


def fits(start: str, piece: int, number: int) -> bool:
    """Whether this number does the work of this piece; numbers have 32 bits."""
    if not 0 <= number < 2**32:
        return False
    tried = bytes.fromhex(start) + number.to_bytes(4) + piece.to_bytes(4)
    return int.from_bytes(sha256(tried).digest()[:4]) >> (32 - BITS) == 0
