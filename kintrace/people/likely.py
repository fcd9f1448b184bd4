"""Who may be the same person: a plain comparison of names as they are written, until names are
compared across scripts and spellings. It only ever suggests; a person looks.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kintrace.people.told import Role

if TYPE_CHECKING:
    from kintrace.people.told import Told

ENOUGH = 2  # words of a name in common; one alone is half a village
NAMES = frozenset({Role.GIVEN, Role.FATHER, Role.GRANDFATHER, Role.FAMILY, Role.UNKNOWN})


def alike(one: Told, other: Told) -> bool:
    """Whether two descriptions share two words of a name, or one and the time of birth, and
    nothing told speaks against it."""
    if _apart(one, other):
        return False
    shared = len(_words(one) & _words(other))
    return shared >= ENOUGH or (shared > 0 and _same_birth(one, other))


def _words(told: Told) -> frozenset[str]:
    """Every word of every name, without case and marks."""
    texts = (part.text for name in told.names for part in name if part.role in NAMES)
    return frozenset(folded(word) for text in texts for word in text.split())


def folded(word: str) -> str:
    """Letters without their marks: é is e, and the small vowels of Arabic go."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _apart(one: Told, other: Told) -> bool:
    """Two sexes that were told, or two births that cannot be the same."""
    sexes = {one.sex, other.sex} & {"female", "male"}
    births = (one.birth, other.birth)
    return len(sexes) > 1 or (None not in births and not _same_birth(one, other))


def _same_birth(one: Told, other: Told) -> bool:
    first, second = one.birth, other.birth
    if first is None or second is None:
        return False
    return first.start <= second.end and second.start <= first.end
