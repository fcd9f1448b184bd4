"""Words in Latin letters: one to three ways, never just one where a letter has two sounds."""

from __future__ import annotations

from itertools import product

from kintrace.names import variants
from kintrace.names.folding import fold, script_of, words
from kintrace.names.letters import NONE, roman
from kintrace.names.remembering import remembered
from kintrace.names.spelling import LATIN, read, units

MOST = 3
FALLING = 0.45  # how much rarer each further way is than the one before
_SOUNDS = {NONE: "", "ʃ": "shch", "ʧ": "tch"}


@remembered
def romanisations(word: str) -> tuple[str, ...]:
    """ "Олександр" is ("oleksandr",), "جمال" ("jamal", "gmal", "jmal"), "Ali" ("ali",).

    What is known as a name comes first, with the vowels that its own letters leave out.
    """
    if script_of(word) == LATIN:
        return (fold(word),) if fold(word) else ()
    known = [one for one in variants.spellings_of(word) if script_of(one) == LATIN][:1]
    return tuple(dict.fromkeys([*map(fold, known), *_by_letters(word)]))[:MOST]


def _by_letters(word: str) -> list[str]:
    """Letter by letter, the likeliest first."""
    found = {"": 1.0}
    for choices in _choices(*read(word)):
        longer = {
            before + letters: likely * share
            for (before, likely), (letters, share) in product(found.items(), choices)
        }
        found = dict(sorted(longer.items(), key=lambda item: -item[1])[:MOST])
    return [letters for letters in found if letters]


def _choices(letters: str, script: str) -> list[tuple[tuple[str, float], ...]]:
    """For each letter, or two that are one sound, how it is written and how likely."""
    if script == LATIN:  # of a script without a sheet
        return [((letter, 1.0),) for letter in letters]
    ways = roman(script)
    found: list[tuple[tuple[str, float], ...]] = []
    for one, two in units(letters, script):
        if _bare(two) in ways:
            found[-1] = _weighed(ways[_bare(two)])
        else:
            found.append(_weighed(ways.get(_bare(one), (NONE,))))
    return found


def _bare(unit: str) -> str:
    return unit.rstrip("^$")


def _weighed(ways: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """The first way is the commonest."""
    return tuple((_SOUNDS.get(way, way), FALLING**place) for place, way in enumerate(ways))


def spellings_tried(name: str, *, most: int = 12) -> list[str]:
    """Other ways in which a name may have been written down, for who looks through a list by hand.

    spellings_tried("محمد ديالو") begins with "Muhammad Diallo", "Mohammed Jallow"; the scripts that
    we know are among them. At most so many, the likeliest first.
    """
    each = [_ways(word) for word in words(name)]
    longest = max(map(len, each), default=0)
    found = (" ".join(ways[min(n, len(ways) - 1)] for ways in each) for n in range(longest))
    return [one for one in dict.fromkeys(found) if one][:most]


def _ways(word: str) -> list[str]:
    """Of one word: in Latin letters, then its known spellings in any."""
    ways = [*romanisations(word), *variants.spellings_of(word)]
    return [way[:1].upper() + way[1:] for way in dict.fromkeys(ways)] or [word]
