"""Which faces a page of the wall shows: filter, order and page stand in its address.

The order is one of sixteen shuffles that change every day, so that nobody is always last, and it
hangs on nothing but random keys: neither time of publication nor society can be read from it.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from kintrace.wall import posters, relations
from kintrace.wall.relations import AgeBand, Me, Relation, Sex, Who

F = TypeVar("F")
A_PAGE, WIDE_PAGE = 12, 24
SHUFFLES = 16
LAST_PAGE = 100
# What an address may choose of the relation between the two, and the words it knows for it.
KNOWN: Mapping[str, Sequence[str]] = {
    "me": Me.values,
    "who": Who.values,
    "sex": [Sex.WOMAN.value, Sex.MAN.value],
    "seeks": Relation.values,
}


class Card(NamedTuple):
    """What choosing asks of a face; the rest is read when it is shown."""

    pk: UUID
    relations: Sequence[str]
    seeker_sex: str
    age_band: str


@dataclass(frozen=True)
class Choice:
    """What the visitor chose. Anything in an address that makes no sense counts as not chosen.

    me: what the visitor is. who: what the person searching is to the visitor. sex, age: of the
    person searching. seeks: whom they look for. poster: the token of an issue, from the QR code of
    its paper. wide: twice as many faces on a page.
    """

    me: str = ""
    who: str = ""
    sex: str = ""
    seeks: str = ""
    age: str = ""
    poster: str = ""
    wide: bool = False
    order: int = 0
    page: int = 1

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> "Choice":
        """Without an order in the address one of the sixteen is drawn."""
        age, poster = query.get("age", ""), query.get("p", "")
        choice = cls(
            age=age if age in AgeBand.values else "",
            poster=poster if posters.is_token(poster) else "",
            wide=query.get("wide") == "1",
            order=_number(query.get("o"), SHUFFLES - 1, secrets.randbelow(SHUFFLES)),
            page=max(_number(query.get("page"), LAST_PAGE, 1), 1),
        )
        return choice.with_({name: query.get(name, "") for name in KNOWN})

    def with_(self, said: Mapping[str, str]) -> "Choice":
        """With what was said, one after the other; what contradicts the rest is left out."""
        choice = self
        for name, value in said.items():
            words: dict[str, Any] = {name: value} if value in KNOWN[name] else {}
            fuller = replace(choice, **words)
            choice = fuller if fuller.makes_sense else choice
        return choice

    def changed(self, **other: Any) -> "Choice":
        """The same choice with something changed, from page 1 on. The new word stands first: what
        was chosen before and contradicts it falls away."""
        fresh = replace(self, **({"page": 1} | other))
        said = {
            name: getattr(fresh, name) for name in (*(new for new in other if new in KNOWN), *KNOWN)
        }
        return replace(fresh, me="", who="", sex="", seeks="").with_(said)

    def but(self, **other: Any) -> str:
        """The query of the same choice with something changed."""
        return self.changed(**other).query

    @property
    def makes_sense(self) -> bool:
        """Whether a woman or a man could fit it: no mother is a man, though "not said" is both."""
        return any(sex != Sex.UNSAID for _code, sex in self.meant)

    @property
    def query(self) -> str:
        """As an address says it: the order always, the rest where it was chosen."""
        said = {"o": self.order} | {name: getattr(self, name) for name in (*KNOWN, "age")}
        said |= {
            "p": self.poster,
            "wide": int(self.wide) or "",
            "page": self.page if self.page > 1 else "",
        }
        return "?" + urlencode({name: value for name, value in said.items() if value != ""})

    @property
    def size(self) -> int:
        return WIDE_PAGE if self.wide else A_PAGE

    @property
    def meant(self) -> frozenset[tuple[str, str]]:
        """Each relation, with the sex of the person searching, that fits the choice."""
        return _meant(self.me, self.who, self.sex, self.seeks)


@cache  # of so many choices as KNOWN can say, and no more
def _meant(me: str, who: str, sex: str, seeks: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (code, seeker)
        for code in Relation.values
        for seeker in Sex.values
        if (not seeks or code == seeks)
        and (not sex or seeker in {sex, Sex.UNSAID})
        and (not who or who in relations.found_under(code, seeker))
        and (not me or relations.may_mean(code, me))
    )


def _number(text: str | None, highest: int, otherwise: int) -> int:
    # ASCII only: int() would also read digits that no link of ours carries.
    if not text or not text.isascii() or not text.isdigit() or len(text) > 4:
        return otherwise
    number = int(text)
    return number if number <= highest else otherwise


@dataclass(frozen=True)
class Page(Generic[F]):
    """Up to twelve faces (twenty-four), and whether there are more. How many more is not told."""

    faces: Sequence[F]
    more: bool


def page(faces: Iterable[Card], choice: Choice, today: date) -> Page[Card]:
    """Cut the chosen page out of the faces that may be seen now."""
    return cut(shuffled(faces, choice.order, today), choice)


def shuffled(faces: Iterable[Card], order: int, today: date) -> list[Card]:
    """The faces in one of the day's sixteen orders."""
    return sorted(faces, key=lambda face: _place(face.pk, order, today))


def cut(in_order: Iterable[Card], choice: Choice) -> Page[Card]:
    """The chosen page of faces that stand in their order; looks no further than it must."""
    start = (choice.page - 1) * choice.size
    seen = list(islice(_fitting(in_order, choice), start, start + choice.size + 1))
    more = len(seen) > choice.size and choice.page < LAST_PAGE
    return Page(faces=seen[: choice.size], more=more)


def _fitting(faces: Iterable[Card], choice: Choice) -> Iterator[Card]:
    meant, age = choice.meant, choice.age
    for face in faces:
        if age and face.age_band != age:
            continue
        if any((code, face.seeker_sex) in meant for code in face.relations):
            yield face


def _place(face: UUID, order: int, today: date) -> bytes:
    return hashlib.sha256(f"{today.isoformat()}|{order}|".encode() + face.bytes).digest()
