"""Who of a gallery is likest to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kintrace.names.comparing import evidence, score, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def rank(
    queries: Sequence[str], gallery: Sequence[str], *, top: int = 10
) -> list[list[tuple[int, float]]]:
    """For each query the places in the gallery that are likest to it, with their scores.

    rank(["محمد"], ["Omar", "Mohamed"], top=1) is [[(1, 0.98)]]. Two that are equally alike stand
    in the order of the gallery.
    """
    names = [words_of(name) for name in gallery]
    bits = evidence([words_of(query) for query in queries], names)
    order = np.argsort(-bits, axis=1, kind="stable")[:, :top]
    return [
        [(int(place), float(score(row[place]))) for place in places]
        for row, places in zip(bits, order, strict=True)
    ]
