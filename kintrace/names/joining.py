"""Names that one desk writes in two words and another in one: Gul Mohammad and Gulmohammad."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kintrace.names.folding import script_of
from kintrace.names.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kintrace.names.parts import Word

SHORTEST = 3  # signs of a key; what is shorter meets too much by chance


class Form(NamedTuple):
    """One way to write a name: whose it is, its words, and which of them are two made one."""

    owner: int
    words: tuple[Word, ...]
    joined: str = ""

    def __repr__(self) -> str:
        return f"<form of {self.owner}>"

    def meets(self, words: tuple[Word, ...]) -> bool:
        """Whether it is worth a look beside a name as typed, that holds a word like the joined."""
        met = {key for word in words for key in keys(word.text)}
        return not self.joined or any(key in met for key in long_keys(self.joined))


def forms(names: Sequence[tuple[Word, ...]], others: Sequence[tuple[Word, ...]]) -> list[Form]:
    """The names in their order, each followed by its forms in which two words are one.

    A form is there only where one of the others holds a word that has the same key.
    """
    met = {key for words in others for word in words for key in keys(word.text)}
    return [
        form
        for owner, words in enumerate(names)
        for form in (Form(owner, words), *_joined(owner, words, met))
    ]


def long_keys(text: str) -> list[str]:
    """The keys of a joined word that are long enough to mean something."""
    return [key for key in keys(text) if len(key) >= SHORTEST]


def _joined(owner: int, words: tuple[Word, ...], met: set[str]) -> Iterator[Form]:
    for place in range(len(words) - 1):
        one, two = words[place : place + 2]
        text = one.text + two.text
        if script_of(one.text) != script_of(two.text) or min(len(one.text), len(two.text)) < 2:
            continue
        if any(key in met for key in long_keys(text)):
            whole = type(one)(text, one.role, max(one.weight, two.weight))
            yield Form(owner, (*words[:place], whole, *words[place + 2 :]), text)
