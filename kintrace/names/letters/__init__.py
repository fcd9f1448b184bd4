"""How letters are spelt in Latin letters: a readable sheet for every script.

The shares were counted by aligning pairs of spellings of one name (`python -m bench.letters`);
each sheet names what it was counted on, and who has to read it again.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

SHEETS = {
    "Latn": "latin",
    "Arab": "arabic",
    "Ethi": "ethiopic",
    "Cyrl": "cyrillic",
    "Hebr": "hebrew",
    "Grek": "greek",
    "Armn": "armenian",
    "Geor": "georgian",
    "Beng": "bengali",
    "Deva": "devanagari",
}
NONE = "-"


@dataclass(frozen=True)
class Sheet:
    """What is told apart in one script: pairs of letters, and letters by where they stand."""

    pairs: frozenset[str] = frozenset()
    changing: frozenset[str] = frozenset()


@cache
def sheet(script: str) -> Sheet:
    """The sheet of a script (ISO 15924); an empty one for a script we have none of."""
    if script not in SHEETS:
        return Sheet()
    module = _module(script)
    return Sheet(frozenset(_composed(module.PAIRS).split()), frozenset(module.CHANGING))


@cache
def shares(script: str) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """Each letter with its spellings: how often, of all letters and all spellings, this letter
    stands where that spelling stands. All of them add up to one; "-" is no letter."""
    if script not in SHEETS:
        return ()
    return tuple(_row(line) for line in _composed(_module(script).SHARES).strip().splitlines())


@cache
def roman(script: str) -> dict[str, tuple[str, ...]]:
    """Each letter with the ways, one to three, in which it is put into Latin letters."""
    if script not in SHEETS:
        return {}
    told = (entry.split("=") for entry in _composed(_module(script).ROMAN).split())
    return {letter: tuple(ways.split(",")) for letter, ways in told}


def _composed(text: str) -> str:
    """As words come: an editor may have joined a letter with its dot, which Unicode does not."""
    return unicodedata.normalize("NFC", text)


def _module(script: str) -> ModuleType:
    return import_module(f"{__name__}.{SHEETS[script]}")


def _row(line: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    """ "ش .0129 sh .46 ch .18" is the letter, and each spelling with its share of all."""
    letter, of_all, *rest = line.split()
    spellings = zip(rest[::2], rest[1::2], strict=True)
    return letter, tuple((spelling, float(of_all) * float(share)) for spelling, share in spellings)
