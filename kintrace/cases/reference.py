"""Reference codes of cases: short, readable aloud, with a check letter.

`NM-7K4M-2P9X`: the society's code, then seven letters drawn at random and one that checks
them (Luhn's rule in base 30), from an alphabet without look-alikes.
"""

import secrets

from kintrace.vault.codes import check_letter

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWX"  # 30 signs; no 0 O 1 I, no Y Z


def new_reference(society_code: str) -> str:
    drawn = "".join(secrets.choice(LETTERS) for _ in range(7))
    whole = drawn + check_letter(drawn, alphabet=LETTERS)
    return f"{society_code.upper()}-{whole[:4]}-{whole[4:]}"


def is_reference(said: str) -> bool:
    letters = said.upper().replace(" ", "").split("-", 1)[-1].replace("-", "")
    return (
        len(letters) == 8
        and all(letter in LETTERS for letter in letters)
        and check_letter(letters[:-1], alphabet=LETTERS) == letters[-1]
    )
