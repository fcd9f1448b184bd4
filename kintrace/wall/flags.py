"""What is noticed about a message before it is sealed, for nobody can look into it afterwards.

Kept for a day in the memory of this process, under a key that dies with it, and never written
anywhere: no text, no address, only keyed marks of them. Only the flag is stored. Each process
knows its own messages alone, and a restart forgets: a flag may be missing. It proves nothing and
stops nothing; it tells people where to look twice.
"""

import hmac
import re
import secrets
import threading
import time
import unicodedata
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kintrace.wall.screening import Flag

DAY = 24 * 60 * 60  # seconds
MOST_REMEMBERED = 10_000
LONG_ENOUGH = 60  # letters: "I am your brother, call me" is said by many, and rightly
PIECE = 5  # letters
BITS = 128  # as many as a mark has
NEAR = 30  # bits that may differ; texts that have nothing in common differ in 64 or so
FACES = 3
# A byte with its bits a lane apart, so that one addition counts eight of them: a long message must
# not cost the process more than sealing it does. A lane counts more pieces than a message has.
LANE = 16
_SPREAD = [sum((byte >> bit & 1) << LANE * bit for bit in range(8)) for byte in range(256)]
_ENDINGS = "app|biz|cc|click|cn|com|info|io|link|live|ly|me|net|online|org|ru|shop|site|top|tk|xyz"
# A name in an e-mail address is no link: nothing of a word may stand before it.
_LINK = re.compile(rf"https?://|(?<![\w@.-])(?:[\w-]+\.)+(?:{_ENDINGS})\b", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Marks:
    """One message as it is remembered: a keyed simhash of its text, keyed marks of its sender."""

    likeness: int | None
    senders: frozenset[bytes]
    face: bytes
    link: bool


class Watch:
    """Remembers marks for a day. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._seen: deque[tuple[float, Marks]] = deque(maxlen=MOST_REMEMBERED)
        self._lock = threading.Lock()

    def marks(self, body: dict[str, Any], *, face: UUID | None, sender: bytes) -> Marks:
        """`sender`: what stands for the address (visitors.quota.address_tag)."""
        # A number or an address is somebody's own; the name of a messaging app is everybody's.
        own = [_letters(body["ways"][way]) for way in ("phone", "email") if body["ways"].get(way)]
        return Marks(
            likeness=self._likeness(_letters(body["text"])),
            senders=frozenset(self._mark(one) for one in [sender, *map(str.encode, own)]),
            face=self._mark(face.bytes if face else b""),
            link=_LINK.search(body["text"]) is not None,
        )

    def flags(self, marks: Marks) -> set[Flag]:
        """What is to be noted of a message with these marks, after those of the last day."""
        with self._lock:
            self._forget_old()
            seen = [one for _at, one in self._seen]
        alike = any(_near(marks.likeness, one.likeness) for one in seen)
        faces = {one.face for one in seen if one.senders & marks.senders} | {marks.face}
        found = {Flag.LINK: marks.link, Flag.ALIKE: alike, Flag.MANY: len(faces) >= FACES}
        return {flag for flag, there in found.items() if there}

    def remember(self, marks: Marks) -> None:
        """Once the message is kept: one that was refused and sent again is not two."""
        with self._lock:
            self._seen.append((self._clock(), marks))

    def forget(self) -> None:
        """Start anew, as a restart does."""
        with self._lock:
            self._seen.clear()
            self._key = secrets.token_bytes(32)

    def _forget_old(self) -> None:
        while self._seen and self._seen[0][0] < self._clock() - DAY:
            self._seen.popleft()

    def _mark(self, value: bytes) -> bytes:
        return hmac.digest(self._key, value, "sha256")[:16]

    def _likeness(self, letters: str) -> int | None:
        """128 bits of which near texts share most, and which say nothing without the key."""
        if len(letters) < LONG_ENOUGH:
            return None
        return _majority([self._mark(piece.encode()) for piece in _pieces(letters)])


def _letters(text: str) -> str:
    """Letters and digits only: what is changed to look different does not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _pieces(letters: str) -> set[str]:
    return {letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)}


def _majority(marks: list[bytes]) -> int:
    """Bit by bit what most of the marks have."""
    ones = [0] * (BITS // 8)
    for mark in marks:
        for place, byte in enumerate(mark):
            ones[place] += _SPREAD[byte]
    counts = (total >> LANE * bit & (1 << LANE) - 1 for total in ones for bit in range(8))
    return sum(1 << place for place, count in enumerate(counts) if 2 * count > len(marks))


def _near(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and (one ^ other).bit_count() <= NEAR


WATCH = Watch()
