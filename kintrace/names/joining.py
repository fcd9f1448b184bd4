"""Names that one desk writes in two words and another in one: Gul Mohammad and Gulmohammad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.names.folding import script_of
from kintrace.names.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kintrace.names.parts import Word

SHORTEST = 3  # signs of a key; what is shorter meets too much by chance


def with_joined(
    names: Sequence[tuple[Word, ...]], others: Sequence[tuple[Word, ...]]
) -> tuple[list[tuple[Word, ...]], list[int]]:
    """The names, each with its forms in which two words are one, and the place of each form's name.

    A form is worth a look only where the other names hold a word that has the same key.
    """
    met = {key for words in others for word in words for key in keys(word.text)}
    forms: list[tuple[Word, ...]] = []
    owners: list[int] = []
    for owner, words in enumerate(names):
        own = [words, *_joined(words, met)]
        forms += own
        owners += [owner] * len(own)
    return forms, owners


def _joined(words: tuple[Word, ...], met: set[str]) -> Iterator[tuple[Word, ...]]:
    for place in range(len(words) - 1):
        one, two = words[place : place + 2]
        text = one.text + two.text
        if script_of(one.text) != script_of(two.text) or min(len(one.text), len(two.text)) < 2:
            continue
        if any(len(key) >= SHORTEST and key in met for key in keys(text)):
            whole = type(one)(text, one.role, max(one.weight, two.weight))
            yield (*words[:place], whole, *words[place + 2 :])
