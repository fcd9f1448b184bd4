"""Strings that stand nowhere else, and every way in which they could lie in a file.

What we write ourselves begins with one of a few rare marks, so that a scan looks for the marks
alone: any of them found is one string too many, whatever follows it. What the house makes up
(codes, keys) carries no mark and is remembered whole.
"""

from __future__ import annotations

import base64
import secrets
import string
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN_MARK = "Qvxjkzwvqxjz"
ARABIC_MARK = "\u0638\u0636\u0630\u062b\u063a\u0638"
PHONE_MARK = "9990073137"  # no country begins with 999
ADDRESS_MARK = "2001:db8:7a3d:9c51"  # a network that only documents may name
PACKED_ADDRESS = bytes.fromhex("20010db87a3d9c51")
MARKS = (LATIN_MARK, ARABIC_MARK, PHONE_MARK, ADDRESS_MARK, "2001:0db8:7a3d:9c51")
LETTERS = "\u0628\u062f\u0631\u0633\u0645\u0646\u0647\u064a"
TAIL = 8  # letters after a mark, which tell one planted string from another


class Kind(StrEnum):
    """What sort of secret a planted string is."""

    PERSONAL = "personal"
    BOX = "box"
    STAFF = "staff"
    FILE = "file"  # in what is uploaded: metadata of a photo
    CODES = "codes"  # passwords, codes, words, keys
    TRACE = "trace"  # what a browser says of itself: address, name, where it comes from


@dataclass
class Planted:
    """Makes planted strings, or remembers those the house made, and counts them by kind."""

    counts: Counter[Kind] = field(default_factory=Counter)
    boxed: set[str] = field(default_factory=set)  # those of kind box
    codes: set[str] = field(default_factory=set)
    keys: set[bytes] = field(default_factory=set)

    def word(self, kind: Kind) -> str:
        """One rare word in Latin letters."""
        return self._made(kind, LATIN_MARK, string.ascii_lowercase)

    def own_script(self, kind: Kind) -> str:
        """One rare word in Arabic letters."""
        return self._made(kind, ARABIC_MARK, LETTERS)

    def sentence(self, kind: Kind, words: int = 4) -> str:
        """Several rare words, in both scripts by turns; each counts."""
        each = (self.own_script(kind) if place % 2 else self.word(kind) for place in range(words))
        return " ".join(each)

    def number(self, kind: Kind) -> str:
        """A telephone number that nobody has."""
        return "+" + self._made(kind, PHONE_MARK, string.digits)

    def mailbox(self, kind: Kind) -> str:
        """An e-mail address that nobody has."""
        return f"{self.word(kind)}@example.org"

    def address(self) -> str:
        """A network address that nobody has."""
        self.counts[Kind.TRACE] += 1
        return f"{ADDRESS_MARK}:{secrets.randbelow(2**16):x}:7::{secrets.randbelow(2**16):x}"

    def password(self) -> str:
        """A password or phrase, long enough to be taken."""
        return f"{self.word(Kind.CODES)} of stone"

    def code(self, made: str) -> str:
        """Remember a code that the house made up."""
        if made not in self.codes:
            self.codes.add(made)
            self.counts[Kind.CODES] += 1
        return made

    def key(self, made: bytes) -> bytes:
        """Remember a key that must lie nowhere."""
        if made not in self.keys:
            self.keys.add(made)
            self.counts[Kind.CODES] += 1
        return made

    def _made(self, kind: Kind, mark: str, letters: str) -> str:
        made = mark + "".join(secrets.choice(letters) for _ in range(TAIL))
        self.counts[kind] += 1
        if kind is Kind.BOX:
            self.boxed.add(made)
        return made

    @property
    def total(self) -> int:
        return self.counts.total()


class Pattern(NamedTuple):
    """Bytes to look for, how they are written, and how long the whole planted string then is."""

    sought: bytes
    how: str
    whole: int


def patterns_of_marks() -> list[Pattern]:
    """Every pattern that gives a planted string away, each once."""
    found: dict[bytes, Pattern] = {}
    for mark in MARKS:
        for spelling in dict.fromkeys((mark, mark.lower(), mark.upper())):
            for how, sought in disguises(spelling):
                found.setdefault(sought, Pattern(sought, how, _whole(spelling, sought)))
    for how, sought in disguises_of_bytes(PACKED_ADDRESS, "packed address"):
        found.setdefault(sought, Pattern(sought, how, 2 * len(sought)))
    return list(found.values())


def patterns_of_keys(keys: set[bytes]) -> list[Pattern]:
    return [
        Pattern(sought, how, len(sought))
        for key in keys
        for how, sought in disguises_of_bytes(key, "key")
    ]


def _whole(mark: str, sought: bytes) -> int:
    return len(sought) * (len(mark) + TAIL) // len(mark)


def disguises(text: str) -> Iterator[tuple[str, bytes]]:
    """Every pair (how it is written, bytes) in which a text may lie in a file."""
    for name in ("utf-8", "utf-16-le", "utf-16-be"):
        yield from disguises_of_bytes(text.encode(name), name)
    escaped = text.encode("ascii", "backslashreplace")
    yield "JSON escapes", escaped
    yield "JSON escapes, twice", escaped.replace(b"\\", b"\\\\")
    yield "JSON escapes in capitals", escaped.upper().replace(b"\\U", b"\\u")
    utf8 = text.encode()
    yield "percent escapes", quote(text, safe="").encode()
    yield "percent escapes", "".join(f"%{byte:02X}" for byte in utf8).encode()
    yield "percent escapes", "".join(f"%{byte:02x}" for byte in utf8).encode()
    yield "escapes of a literal", "".join(f"\\x{byte:02x}" for byte in utf8).encode()
    yield "octal escapes", "".join(f"\\{byte:03o}" for byte in utf8).encode()
    yield "quoted-printable", "".join(f"={byte:02X}" for byte in utf8).encode()
    yield "HTML numbers", text.encode("ascii", "xmlcharrefreplace")


def disguises_of_bytes(plain: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """As they are, in hex of both cases, and in base64 wherever they begin."""
    yield name, plain
    yield f"{name} in hex", plain.hex().encode()
    yield f"{name} in hex", plain.hex().upper().encode()
    for offset in range(3):
        cut = _in_base64(plain, offset)
        yield f"{name} in base64", cut
        yield f"{name} in base64", cut.replace(b"+", b"-").replace(b"/", b"_")


def _in_base64(plain: bytes, offset: int) -> bytes:
    """The letters that are the same whatever stands before (`offset` bytes) and after."""
    first = (4 * offset + 2) // 3  # letters that also hold something of what stands before
    last = (8 * (offset + len(plain))) // 6
    return base64.b64encode(bytes(offset) + plain)[first:last]
