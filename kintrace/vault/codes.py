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


def new_checked_code(groups: int) -> str:
    """The same, its last letter drawn from the others: four groups have 73 random bits."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(groups * GROUP - 1))
    whole = drawn + check_letter(drawn)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def is_checked(code: str, *, groups: int) -> bool:
    """Whether a code as typed is whole: one wrong letter or two swapped neighbours show."""
    plain = normalise(code)
    known = len(plain) == groups * GROUP and not set(plain) - set(ALPHABET)
    return known and check_letter(plain[:-1]) == plain[-1]


def check_letter(drawn: str, *, alphabet: str = ALPHABET) -> str:
    """The letter that makes one mistyped or two swapped neighbours show (Luhn's rule)."""
    total, base = 0, len(alphabet)
    for place, letter in enumerate(reversed(drawn)):
        value = alphabet.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // base + value % base
    return alphabet[-total % base]


def normalise(code: str) -> str:
    """Read a code as typed: spaces, dashes, small letters and digits of any script are fine."""
    letters = unicodedata.normalize("NFKC", code).upper()  # a large letter may come in two parts
    return "".join(_plain(c) for c in letters if c.isalnum())


def normalise_word(word: str) -> str:
    """Read a word as typed on another keyboard: case, accents, vowel signs, spaces do not count."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    return "".join(_plain(c) for c in letters if c.isalnum() and c != "\u0640")


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
