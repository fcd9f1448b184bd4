"""Codes and numbers as they are said, typed or dialled."""

import re
import unicodedata

# Marks of direction, which a keyboard or a copied text leaves behind, and what people put between
# the groups of a number.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NUMBER = re.compile("\\+?[0-9 ().,/\u2010-\u2015-]+")
SHORTEST, LONGEST = 5, 24  # digits: the longest has a way out of the country and an extension


def dialled(number: str) -> str:
    """What a tel: link needs of a written number: a plus in front, then digits."""
    digits = "".join(sign for sign in plain_digits(number) if sign.isdecimal())
    return f"+{digits}" if number.strip().startswith("+") else digits


def plain_digits(text: str) -> str:
    """Every decimal digit of any script (٣ ۳ ৩ …) as 0–9; everything else as it is."""
    return "".join(
        sign if (value := unicodedata.decimal(sign, None)) is None else str(value) for sign in text
    )


def number(typed: str) -> str:
    """A phone number as it was typed on any keyboard, in plain digits. Raises ValueError."""
    plain = plain_digits(unicodedata.normalize("NFKC", _UNSEEN.sub("", typed)))
    plain = " ".join(plain.split())
    if plain.endswith("+"):  # where writing runs to the left, the first sign is easily the last
        plain = f"+{plain[:-1]}"
    if not _NUMBER.fullmatch(plain) or not SHORTEST <= len(dialled(plain).lstrip("+")) <= LONGEST:
        raise ValueError
    return plain


def spelled(code: str) -> str:
    """A code letter by letter, its groups apart: "AB-CD" becomes "A · B — C · D".

    A group is held together by no-break spaces: a line ends between groups only.
    """
    return " — ".join("\u00a0·\u00a0".join(group) for group in code.split("-"))
