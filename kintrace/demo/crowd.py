"""The many people of the demo: dealt out from the lists, the same every time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import count, islice
from typing import TYPE_CHECKING

from kintrace.demo.invented import Invented
from kintrace.demo.origins import ORIGINS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kintrace.demo.origins import Name, Origin

# Ages stay clear of the edges of their band: a year as it is told leaves a year open.
AGES = {"minor": (16, 16), "15": (19, 23), "25": (27, 42), "45": (47, 62), "65": (67, 82)}
_BANDS = ("25", "45", "15", "25", "65", "25", "45", "15", "25", "45", "65")
# Every relation has its turn; who could hardly have such a relative takes the next one.
_RELATIONS = (
    "brother", "mother", "cousin", "daughter", "husband", "uncle", "grandchild", "sister",
    "guardian", "son", "in_law", "father", "nephew", "wife", "grandparent", "family", "aunt",
    "niece",
)  # fmt: skip
_YOUNG, _GROWN = frozenset({"minor", "15", "25"}), frozenset({"25", "45", "65"})
_BANDS_OF = {
    "grandchild": frozenset({"45", "65"}),
    "son": _GROWN,
    "daughter": _GROWN,
    "husband": _GROWN,
    "wife": _GROWN,
    "nephew": _GROWN,
    "niece": _GROWN,
    "mother": _YOUNG | {"45"},
    "father": _YOUNG | {"45"},
    "uncle": _YOUNG,
    "aunt": _YOUNG,
    "grandparent": _YOUNG,
    "guardian": _YOUNG,
}
_SEX_OF = {
    "woman": {"mother", "daughter", "sister", "wife", "aunt", "niece"},
    "man": {"father", "son", "brother", "husband", "uncle", "nephew"},
}
_ALSO = ("sister", "brother", "family", "cousin")


def crowd(many: int, *, year: int, minors: Collection[int] = ()) -> tuple[Invented, ...]:
    """So many people, the same for the same year; `year` is today's, by which ages go.

    minors: the places of those who are 16 or 17.
    """
    return tuple(islice(_deal(year, minors), many))


@dataclass(frozen=True)
class _Turn:
    """What is settled about the next person before they have a name."""

    number: int
    dice: random.Random
    origin: Origin
    sex: str
    band: str
    year: int


def _deal(year: int, minors: Collection[int]) -> Iterator[Invented]:
    named, relations = set[tuple[str, str, str]](), list(_RELATIONS)
    for turn in _turns(year, minors):
        seeks = next(one for one in relations if _may_seek(one, turn))
        relations.remove(seeks)
        relations.append(seeks)
        names = _names_of(turn, taken=named)
        named.add(_latin(names))
        yield _person(turn, names, seeks=seeks)


def _turns(year: int, minors: Collection[int]) -> Iterator[_Turn]:
    dice = random.Random("people who look for their families")  # noqa: S311  no secret
    for number in count():
        origin = ORIGINS[number % len(ORIGINS)]
        band = "minor" if number in minors else _BANDS[number % len(_BANDS)]
        yield _Turn(number, dice, origin, dice.choice(("woman", "man")), band, year)


def _may_seek(relation: str, turn: _Turn) -> bool:
    right_sex = {"husband": "woman", "wife": "man"}.get(relation, turn.sex) == turn.sex
    return right_sex and turn.band in _BANDS_OF.get(relation, AGES)


def _names_of(turn: _Turn, *, taken: set[tuple[str, str, str]]) -> list[Name]:
    """Given name, father's and grandfather's: three different ones that nobody has together."""
    dice, men = turn.dice, turn.origin.men
    while True:
        given = dice.choice(turn.origin.women if turn.sex == "woman" else men)
        father, grandfather = dice.sample([name for name in men if name != given], 2)
        if _latin([given, father, grandfather]) not in taken:
            return [given, father, grandfather]


def _latin(names: list[Name]) -> tuple[str, str, str]:
    given, father, grandfather = (latin for latin, _own in names)
    return given, father, grandfather


def _person(turn: _Turn, names: list[Name], *, seeks: str) -> Invented:
    (given, given_own), (father, father_own), (grandfather, _own) = names
    dice, origin, band = turn.dice, turn.origin, turn.band
    sought_sex = next((one for one, of in _SEX_OF.items() if seeks in of), None)
    sought_sex = sought_sex or dice.choice(("woman", "man"))
    sought, sought_own = _sought(turn, names, seeks=seeks, sex=sought_sex)
    return Invented(
        sex=turn.sex,
        age_band="15" if band == "minor" else band,
        born=_born(turn.year - dice.randint(*AGES[band]) - 1, origin.calendar),
        given=given,
        father=father,
        grandfather=grandfather,
        given_own=given_own,
        father_own=father_own,
        seeks=seeks,
        sought_given=sought,
        sought_given_own=sought_own,
        sought_sex=sought_sex,
        origin=dice.choice(origin.places),
        language=origin.language,
        complexion=dice.choice(origin.complexions),
        also=_also(seeks, turn.number),
        minor=band == "minor",
        bare=origin.bare,
        turn=turn.number,
    )


def _sought(turn: _Turn, names: list[Name], *, seeks: str, sex: str) -> Name:
    """A name for who is sought; a father has his own, everybody else one nobody here has."""
    if seeks == "father":
        return names[1]
    own = turn.origin.women if sex == "woman" else turn.origin.men
    return turn.dice.choice([name for name in own if name not in names])


def _also(seeks: str, turn: int) -> tuple[str, ...]:
    """Every sixth person looks for two, every eighteenth for three."""
    first = turn // 6 % len(_ALSO)
    others = [one for one in (*_ALSO[first:], *_ALSO[:first]) if one != seeks]
    return tuple(others[: (turn % 6 == 0) + (turn % 18 == 0)])


def _born(year: int, calendar: str) -> tuple[str, str]:
    """A year of the Gregorian calendar as it is said in another, near enough for a birth."""
    if calendar == "hijri":
        return str(round((year - 621.5) * 1.0307)), calendar
    return str(year - {"solar_hijri": 621, "ethiopian": 8}.get(calendar, 0)), calendar
