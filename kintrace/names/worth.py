"""What two words side by side are worth, in bits for one name: by their sounds, and as known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kintrace.names import variants
from kintrace.names.alignment import beside
from kintrace.names.folding import script_of
from kintrace.names.spelling import LATIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kintrace.names.sounds import Floats

# Bits of two words that are known as spellings of one name, as its short form, as two names.
KNOWN, RELATED, TWO_NAMES = np.float32(13.5), np.float32(9.5), np.float32(-10)
LOST = np.float32(0.5)  # of the bits that a word should have brought, so much speaks against
CONFLICT = np.float32(-30)  # bits of two words that are not one name, whichever they are
# What a rare long word brings beyond this does not outweigh another word that disagrees.
ENOUGH, BEYOND = np.float32(14), np.float32(0.25)


def worth(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Bits for one name, of every two words: (left, right); from CONFLICT to just over ENOUGH."""
    sounding = beside(left, right)
    lost = np.maximum(sounding.typical - sounding.bits, 0)
    bits = sounding.bits - LOST * lost
    _known(bits, left, right)
    bits = np.maximum(bits, CONFLICT)
    known: Floats = np.minimum(bits, ENOUGH + (bits - ENOUGH) * BEYOND)
    return known


def _known(bits: Floats, left: Sequence[str], right: Sequence[str]) -> None:
    """What is known of two words goes before how they sound."""
    columns = _by_class(right)
    # Unvowelled letters do not tell Jamal from Jamil, so that only Latin ones speak against.
    is_known = np.array([_is_known(word) for word in right], dtype=np.bool_)
    for row, word in enumerate(left):
        same = _columns(variants.classes_of(word), columns)
        related = _columns(variants.kin_of(word), columns)
        if _is_known(word):
            apart = is_known.copy()
            apart[same + related] = False
            bits[row, apart] = np.minimum(bits[row, apart], TWO_NAMES)
        bits[row, related] = np.maximum(bits[row, related], RELATED)
        bits[row, same] = np.maximum(bits[row, same], KNOWN)


def _by_class(words: Sequence[str]) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for column, word in enumerate(words):
        for number in variants.classes_of(word):
            columns.setdefault(number, []).append(column)
    return columns


def _columns(numbers: Iterable[int], columns: dict[int, list[int]]) -> list[int]:
    return [column for number in numbers for column in columns.get(number, ())]


def _is_known(word: str) -> bool:
    return variants.is_known(word) and script_of(word) == LATIN
