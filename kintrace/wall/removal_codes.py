"""The code with which the person searching takes the own photo down."""

from kintrace.vault import answers

# A removal code stands alone, without a word of the person's: this one is the same for all.
_WORD = "removal"


def lookup_id(code: str) -> bytes:
    """The 16 bytes under which the face of this code is found; the code itself is kept nowhere."""
    return answers.derive(code, _WORD).lookup_id
