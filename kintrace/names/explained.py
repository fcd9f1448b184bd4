"""How alike two names are, and why, in words that a caseworker would use."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from kintrace.names import variants
from kintrace.names.comparing import IN_PLACE, evidence, score, weight, words_of
from kintrace.names.folding import script_of
from kintrace.names.joining import Form, forms
from kintrace.names.worth import worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kintrace.names.parts import Word

GOOD, POOR = 9.0, 4.0  # bits from which two words are spelt alike, or somewhat alike
SAYS_LITTLE = 0.4  # a word of less weight is a filler


class Kind(StrEnum):
    """What was found of a word or two; texts in other languages hang on these."""

    SAME = "same"
    KNOWN = "known"
    RELATED = "related"
    OTHER_LETTERS = "other_letters"
    SPELT = "spelt"
    SOMEWHAT = "somewhat"
    DIFFERENT = "different"
    MISSING = "missing"
    FILLER = "filler"
    ORDER = "order"
    NOTHING = "nothing"


_SENTENCES = {
    Kind.SAME: "“{one}” stands in both.",
    Kind.KNOWN: "“{one}” and “{other}” are known spellings of one name.",
    Kind.RELATED: "“{one}” is a form of “{other}”.",
    Kind.OTHER_LETTERS: "“{one}” sounds like “{other}” in other letters.",
    Kind.SPELT: "“{one}” and “{other}” sound alike.",
    Kind.SOMEWHAT: "“{one}” and “{other}” are only somewhat alike.",
    Kind.DIFFERENT: "“{one}” and “{other}” are different names.",
    Kind.MISSING: "“{one}” is missing in the other name, which says little.",
    Kind.FILLER: "“{one}” is in many names and says little.",
    Kind.ORDER: "The words stand in another order.",
    Kind.NOTHING: "One of the two holds no name to compare.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding: what it is, and the words that it is about, as they are compared."""

    kind: Kind
    one: str = field(default="", repr=False)
    other: str = field(default="", repr=False)

    def __str__(self) -> str:
        return _SENTENCES[self.kind].format(one=self.one, other=self.other)


@dataclass(frozen=True, slots=True)
class Likeness:
    """score: from 0 to 1, absolute; a half where one name is as likely as two. The findings are
    in the order of the words; `reasons` says them in English."""

    score: float
    findings: tuple[Reason, ...] = field(default=(), repr=False)

    @property
    def reasons(self) -> list[str]:
        return [str(finding) for finding in self.findings]


def likeness(a: str | Sequence[str], b: str | Sequence[str]) -> Likeness:
    """Two names in any scripts, as typed or in parts.

    likeness("Youssef Ali", "علي يوسف") scores .99: "youssef" sounds like "يوسف" in other letters,
    "ali" like "علي", and the words stand in another order. Symmetric; never raises.
    """
    return likenesses(a, [b])[0]


def likenesses(query: str | Sequence[str], names: Sequence[str | Sequence[str]]) -> list[Likeness]:
    """One name beside many, at a fraction of the cost: a desk looks at a list of candidates."""
    one, others = words_of(query), [words_of(name) for name in names]
    table = _Table(one, others)
    heights = score(evidence([one], others, table.worth))[0]
    return [Likeness(float(height), table.findings(place)) for place, height in enumerate(heights)]


Places: TypeAlias = tuple[tuple[int, int], ...]
"""Which place of one name stands beside which of the other."""


class _Table:
    """What every word of a query is worth beside every word of the names, in all their forms."""

    def __init__(self, one: tuple[Word, ...], others: Sequence[tuple[Word, ...]]) -> None:
        self.forms = forms([one], others)
        self.others: list[list[Form]] = [[] for _ in others]
        for form in forms(others, [one]):
            self.others[form.owner].append(form)
        rows, columns = _texts(self.forms), _texts(form for some in self.others for form in some)
        self.worth = worth(rows, columns)
        self.bits: dict[str, dict[str, float]] = {
            row: dict(zip(columns, bits, strict=True))
            for row, bits in zip(rows, self.worth.tolist(), strict=True)
        }

    def findings(self, place: int) -> tuple[Reason, ...]:
        """What speaks for and against one name, word by word."""
        pairs = [
            (a.words, b.words)
            for a, b in product(self.forms, self.others[place])
            if a.words
            and b.words
            and a.meets(self.others[place][0].words)
            and b.meets(self.forms[0].words)
        ]
        if not pairs:
            return (Reason(Kind.NOTHING),)
        ways = [(a, b, *self._paired(a, b)) for a, b in pairs]
        one, other, places, _ = max(ways, key=lambda way: way[3])
        return tuple(self._told(one, other, places))

    def _paired(self, one: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Places, float]:
        """The best pairs first, each word once; and the bits a word that they bring."""
        gains = sorted(
            (
                (-self._gain(a, b) - float(IN_PLACE) * (place == beside), place, beside)
                for place, a in enumerate(one)
                for beside, b in enumerate(other)
            )
        )
        found, bits, rows, columns = [], 0.0, set(), set()
        for lost, place, beside in gains:
            if place not in rows and beside not in columns:
                rows.add(place)
                columns.add(beside)
                found.append((place, beside))
                bits -= lost
        return tuple(sorted(found)), bits / len(found)

    def _gain(self, one: Word, other: Word) -> float:
        return self.bits[one.text][other.text] * float(weight(one) * weight(other))

    def _told(
        self, one: tuple[Word, ...], other: tuple[Word, ...], places: Places
    ) -> Iterator[Reason]:
        for a, b in places:
            yield self._of_two(one[a], other[b])
        yield from _missing_words(one, {a for a, _ in places})
        yield from _missing_words(other, {b for _, b in places})
        if any(a != b for a, b in places) and len(one) == len(other):
            yield Reason(Kind.ORDER)

    def _of_two(self, one: Word, other: Word) -> Reason:
        """What two words are to each other."""
        pair = one.text, other.text
        if one.text == other.text:
            is_filler = min(one.weight, other.weight) < SAYS_LITTLE
            return Reason(Kind.FILLER if is_filler else Kind.SAME, *pair)
        strength = variants.strength(*pair)
        if strength:
            return Reason(Kind.KNOWN if strength == variants.Strength.SAME else Kind.RELATED, *pair)
        return Reason(_sounding(self.bits[one.text][other.text], *pair), *pair)


def _texts(some: Iterable[Form]) -> list[str]:
    return list(dict.fromkeys(word.text for form in some for word in form.words))


def _missing_words(words: tuple[Word, ...], used: set[int]) -> Iterator[Reason]:
    return (Reason(Kind.MISSING, word.text) for n, word in enumerate(words) if n not in used)


def _sounding(bits: float, one: str, other: str) -> Kind:
    if bits >= GOOD:
        return Kind.SPELT if script_of(one) == script_of(other) else Kind.OTHER_LETTERS
    return Kind.SOMEWHAT if bits >= POOR else Kind.DIFFERENT
