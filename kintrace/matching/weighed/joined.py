"""Two words that one desk typed as one: "Gulmohammad" beside "Gul" and "Mohammad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kintrace.matching.weighed.tokens import FATHER, GIVEN, Tokens

if TYPE_CHECKING:
    from kintrace.matching.weighed.births import Bools
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.words import Words
    from kintrace.names.sounds import Floats

SHORTEST = 6  # letters of a word that may be two
LONGER, SHORTER = 1.34, 0.75  # times as long as both together
ENOUGH = 6.0  # bits at which the one word is the two


class Joined:
    """The first two words of each name as one, and how long all words are."""

    def __init__(self, names: Tokens, words: Words) -> None:
        own = (names.words >= 0) & (names.kinds != FATHER)
        two = own[:, 0] & own[:, 1]
        self.words = np.full(len(two), -1)
        self.words[two] = [words.joined(one, other) for one, other in names.words[two, :2].tolist()]
        self.lengths = np.array([*map(len, words.texts), 0])

    def meets(self, long: Tokens, forms: Ints) -> Bools:
        """Where the first word of a name may be the first two of a form, by length alone."""
        length = self.lengths[long.words[:, 0]]
        both = self.lengths[self.words[forms]]
        fits = (length <= LONGER * both) & (length >= SHORTER * both)
        may: Bools = fits & (length >= SHORTEST) & (self.words[forms] >= 0)
        return may


def as_one(names: Tokens, joined: Ints) -> Tokens:
    """The same names with their first two words as the one that was joined."""
    words = np.concatenate(
        [joined[:, None], names.words[:, 2:], np.full((len(joined), 1), -1)], axis=1
    )
    kinds, weights = names.kinds.copy(), names.weights.copy()
    kinds[:, 1:-1], kinds[:, 0] = names.kinds[:, 2:], GIVEN
    weights[:, 1:-1] = names.weights[:, 2:]
    weights[:, -1] = 0
    return Tokens(words, kinds, weights)


def same(words: Words, one: Ints, joined: Ints) -> Bools:
    """Where the long word sounds like the two."""
    worth: Floats = words.worth(one, joined)
    return np.asarray(worth >= ENOUGH)
