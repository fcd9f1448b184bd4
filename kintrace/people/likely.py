"""Who may be the same person: a plain comparison of names as they are written, until names are
compared across scripts and spellings. It only ever suggests; a person looks.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kintrace.people.told import Role
from kintrace.ui.spoken import plain_digits

if TYPE_CHECKING:
    from kintrace.people.told import Told

ENOUGH = 2  # words of a name in common; one alone is half a village
# Letters of the Arabic script that two keyboards or two hands write otherwise in one name: ye and
# kaf of Persian and Urdu, the last alef and ta marbuta, the alef of “ibn”, every he. What stretches
# a word and what holds two halves apart is no letter.
_ONE_WAY = str.maketrans(
    dict.fromkeys("\u06cc\u0649\u06d2", "\u064a")
    | dict.fromkeys("\u06a9\u06aa", "\u0643")
    | dict.fromkeys("\u0629\u06c1\u06be\u06c3\u06d5", "\u0647")
    | {"\u0671": "\u0627"}
    | dict.fromkeys("\u0640\u200c\u200d", "")
)
NAMES = frozenset({Role.GIVEN, Role.FATHER, Role.GRANDFATHER, Role.FAMILY, Role.UNKNOWN})


def alike(one: Told, other: Told) -> bool:
    """Whether two descriptions share two words of a name, or one and the time of birth, and
    nothing told speaks against it."""
    if _apart(one, other):
        return False
    shared = len(_words(one) & _words(other))
    return shared >= ENOUGH or (shared > 0 and _same_birth(one, other))


def may_be_one(one: Told, other: Told) -> bool:
    """Whether the names in force are spelt alike in a script, and no births tell the two apart.
    Namesakes are usual in a family: somebody looks."""
    spelt, beside = _spelt(one), _spelt(other)
    is_alike = any(beside.get(script) == words for script, words in spelt.items())
    return is_alike and not _births_apart(one, other)


def surely_one(one: Told, other: Told) -> bool:
    """Whether two descriptions are one person: the same name of two words or more, told otherwise
    in no script, and the same days of birth, in whatever words each of it was said."""
    first, second = one.birth, other.birth
    if first is None or second is None or not may_be_one(one, other):
        return False
    spelt, beside = _spelt(one), _spelt(other)
    shared = [script for script in spelt if script in beside]
    return (
        (first.start, first.end) == (second.start, second.end)
        and all(spelt[script] == beside[script] for script in shared)
        and max(len(spelt[script]) for script in shared) >= ENOUGH
        and not _called_apart(one, other)
    )


def _spelt(told: Told) -> dict[str, tuple[str, ...]]:
    """The name in force in each script, word by word; a nickname only where nothing else is told.

    What was told before and what else the person is called stands behind it and does not count:
    a name that was corrected would ring for ever.
    """
    spelt: dict[str, tuple[str, ...]] = {}
    for name in filter(None, told.names):
        parts = [part for part in name if part.role in NAMES] or list(name)
        words = tuple(folded(word) for part in parts for word in part.text.split())
        spelt.setdefault(name[0].script, words)
    return spelt


def _called_apart(one: Told, other: Told) -> bool:
    """Two nicknames, titles or children after whom they are called, which families use to tell
    namesakes apart."""
    aside = [
        {folded(part.text) for name in told.names for part in name if part.role not in NAMES}
        for told in (one, other)
    ]
    return all(aside) and aside[0].isdisjoint(aside[1])


def _words(told: Told) -> frozenset[str]:
    """Every word of every name, without case and marks. Who is called after a child has one name
    in two words: half of it is every other father's."""
    parts = [part for name in told.names for part in name]
    words = {folded(word) for part in parts if part.role in NAMES for word in part.text.split()}
    return frozenset(words | {folded(part.text) for part in parts if part.role == Role.KUNYA})


def folded(word: str) -> str:
    """Letters without their marks: é is e, and the small vowels of Arabic go. Letters of the Arabic
    script as one keyboard writes them, digits as 0-9: علی is علي. For comparing alone."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return plain_digits(bare).translate(_ONE_WAY)


def _apart(one: Told, other: Told) -> bool:
    """Two sexes that were told, or two births that cannot be the same."""
    sexes = {one.sex, other.sex} & {"female", "male"}
    return len(sexes) > 1 or _births_apart(one, other)


def _births_apart(one: Told, other: Told) -> bool:
    return None not in (one.birth, other.birth) and not _same_birth(one, other)


def _same_birth(one: Told, other: Told) -> bool:
    first, second = one.birth, other.birth
    if first is None or second is None:
        return False
    return first.start <= second.end and second.start <= first.end
