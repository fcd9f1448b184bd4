"""Reference codes of cases: short, readable aloud, with a check letter.

`NM-7K4M-2P9X`: the society's code, then seven letters drawn at random and one that checks
them (Luhn's rule in base 30), from an alphabet without look-alikes.
"""

import secrets

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWX"  # 30 signs; no 0 O 1 I, no Y Z


def new_reference(society_code: str) -> str:
    drawn = "".join(secrets.choice(LETTERS) for _ in range(7))
    whole = drawn + check_letter(drawn)
    return f"{society_code.upper()}-{whole[:4]}-{whole[4:]}"


def check_letter(drawn: str) -> str:
    """The letter that makes one mistyped or two swapped neighbours show."""
    total = 0
    for place, letter in enumerate(reversed(drawn)):
        value = LETTERS.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // 30 + value % 30
    return LETTERS[-total % 30]


def is_reference(said: str) -> bool:
    letters = said.upper().replace(" ", "").split("-", 1)[-1].replace("-", "")
    return (
        len(letters) == 8
        and all(letter in LETTERS for letter in letters)
        and check_letter(letters[:-1]) == letters[-1]
    )
