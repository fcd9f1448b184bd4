"""Names of people in two spellings, out of our own classes of variants."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kintrace.names import variants
from kintrace.names.folding import script_of
from kintrace.names.spelling import LATIN, spelt

if TYPE_CHECKING:
    from bench.letters.pairs import Pairs

FIRST = 6  # the commonest spellings stand first


def of_script(script: str) -> Pairs:
    """Each name as this script writes it, with the ways in which it is found in Latin letters."""
    found: Pairs = []
    for spellings in variants.every():
        latin = [word for word in spellings if script_of(word) == LATIN][:FIRST]
        if script == LATIN:
            found += itertools.combinations(latin, 2)
        else:
            native = [word for word in spellings if script_of(word) == script][:FIRST]
            found += itertools.product(native, latin)
    return [(one, other) for one, other in found if len(spelt(one)) > 1 and len(spelt(other)) > 1]
