"""Answers to visitors who have no account: a code and a word open them, nothing kept does.

Code and word give a lookup id and a key pair. The public half is kept beside the
message; the private half exists only while the visitor looks. No database here.
"""

from dataclasses import dataclass
from threading import BoundedSemaphore

from django.conf import settings

from kintrace.vault import ciphers, codes
from kintrace.vault.refusals import TooManyAtOnce

GROUPS = 3
LOOKUP = 16  # bytes
# Two are served and one waits. Who waits keeps a thread of the server, which has four or more: a
# crowd with codes must leave one to those who look at the wall or are in danger.
PLACES = 3
_places = BoundedSemaphore(PLACES)


class AnswerDoesNotOpen(Exception):
    """Code and word are not those the answer was sealed for, or it was altered or moved."""


@dataclass(frozen=True, repr=False)
class Derived:
    """What code and word give. `private` is to be wiped by `forget` after use."""

    lookup_id: bytes
    public: bytes
    private: bytearray

    def forget(self) -> None:
        """Wipe the private half."""
        ciphers.wipe(self.private)


def new_code() -> str:
    """Make a code like ABCD-EFGH-JKLM: 12 of 30 letters, 59 bits, stretched before use."""
    return codes.new_code(GROUPS)


def normalise(code: str) -> str:
    """Read a code as typed: spaces, dashes, small letters and digits of any script are fine."""
    return codes.normalise(code)


def derive(code: str, word: str) -> Derived:
    """Give the lookup id (16 bytes) and the pair of a code and a word.

    Takes 19 MiB and a tenth of a second; two at a time, a third waits. Any text is
    accepted: an impossible code takes as long as a wrong one. Raises TooManyAtOnce.
    """
    if not _places.acquire(blocking=False):
        raise TooManyAtOnce
    try:
        return _derived(code, word)
    finally:
        _places.release()


def _derived(code: str, word: str) -> Derived:
    typed = f"{codes.normalise(code)}\n{codes.normalise_word(word)}"
    stretched = ciphers.stretch_code(typed, salt=bytes.fromhex(settings.ANSWER_SALT))
    lookup = ciphers.derive(stretched, "answer|lookup", length=LOOKUP)
    seed = ciphers.derive(stretched, "answer|seed")
    ciphers.wipe(stretched)
    pair = ciphers.answer_pair(seed)
    ciphers.wipe(seed)
    return Derived(bytes(lookup), pair.public, pair.private)


def seal_answer(public: bytes, text: str, *, label: str) -> bytes:
    """Seal a society's answer to a visitor; label says where it lies (reply and direction)."""
    return ciphers.seal_to_answer(public, ciphers.pad(text.encode()), info=_info(label))


def open_answer(private: bytes | bytearray, sealed: bytes, *, label: str) -> str:
    """Undo `seal_answer`. Raises AnswerDoesNotOpen."""
    try:
        return ciphers.unpad(ciphers.open_answer(private, sealed, info=_info(label))).decode()
    except ciphers.Altered:
        raise AnswerDoesNotOpen from None


def _info(label: str) -> bytes:
    return f"answer|{label}".encode()
