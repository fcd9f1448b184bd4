"""Words that many bear, beside each other: they meet again in every heap of a large file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.matching.weighed.spellings import Ints
    from kintrace.names.sounds import Floats

MANY = 4096  # words; a table of 64 MB, of which as much is held as was looked up


class Usual:
    """What the commonest words are worth beside each other, worked out when first asked for."""

    def __init__(self, words: Ints, all_words: int) -> None:
        counts = np.bincount(words[words >= 0], minlength=all_words)
        often = np.argsort(-counts, kind="stable")[:MANY]
        self.places = np.full(all_words, -1)
        self.places[often] = np.arange(len(often))
        # 0 stands for what is not known yet. What is worth just nothing is worked out again.
        self.worth = np.zeros(MANY * MANY, dtype=np.float32)

    def of(self, left: Ints, right: Ints, work: Callable[[Ints, Ints], Floats]) -> Floats:
        """What `work` makes of these pairs, whichever word comes first."""
        one, other = self.places[left], self.places[right]
        are_usual = (one >= 0) & (other >= 0)
        at = np.where(are_usual, np.minimum(one, other) * MANY + np.maximum(one, other), 0)
        found = np.where(are_usual, self.worth[at], np.float32(0))
        new = np.flatnonzero(found == 0)
        found[new] = work(left[new], right[new])
        known = new[are_usual[new]]
        self.worth[at[known]] = found[known]
        return found
