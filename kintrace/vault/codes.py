"""Codes that people copy from a screen to paper and back, or read out on the telephone."""

import secrets
import unicodedata

# Without 0 O, 1 I, and U V, which handwriting does not tell apart: 30 letters.
ALPHABET = "ABCDEFGHJKLMNPQRSTWXYZ23456789"
GROUP = 4


def new_code(groups: int) -> str:
    """Make a random code of groups of four letters (about 19.6 bits each)."""
    letters = ["".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(groups)]
    return "-".join(letters)


def normalise(code: str) -> str:
    """Read a code as typed: spaces, dashes, small letters and digits of any script are fine."""
    return "".join(_plain(c) for c in unicodedata.normalize("NFKC", code) if c.isalnum()).upper()


def normalise_word(word: str) -> str:
    """Read a word as typed on another keyboard: case, accents, vowel signs, spaces do not count."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    return "".join(_plain(c) for c in letters if c.isalnum() and c != "\u0640")


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
