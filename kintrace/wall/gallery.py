"""Which twelve faces a page of the wall shows: filter, order and page stand in its address.

The order is one of sixteen shuffles that change every day, so that nobody is always last, and it
hangs on nothing but random keys: neither time of publication nor society can be read from it.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kintrace.wall import relations

if TYPE_CHECKING:
    from kintrace.wall.models import Face

A_PAGE = 12
SHUFFLES = 16
LAST_PAGE = 100


@dataclass(frozen=True)
class Choice:
    """What the visitor chose. Anything in an address that makes no sense counts as not chosen."""

    who: str = ""
    age: str = ""
    order: int = 0
    page: int = 1

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> "Choice":
        """Without an order in the address one of the sixteen is drawn."""
        who, age = query.get("who", ""), query.get("age", "")
        return cls(
            who=who if who in relations.Who.values else "",
            age=age if age in relations.AgeBand.values else "",
            order=_number(query.get("o"), SHUFFLES - 1, secrets.randbelow(SHUFFLES)),
            page=max(_number(query.get("page"), LAST_PAGE, 1), 1),
        )

    def but(self, **other: str | int) -> str:
        """The query of the same choice with something changed; another filter starts at page 1."""
        fresh = replace(self, **({"page": 1} | other))  # type: ignore[arg-type]
        said = {"o": fresh.order, "who": fresh.who, "age": fresh.age, "page": fresh.page}
        return "?" + urlencode({k: v for k, v in said.items() if v not in ("", 1) or k == "o"})


def _number(text: str | None, highest: int, otherwise: int) -> int:
    # ASCII only: int() would also read digits that no link of ours carries.
    if not text or not text.isascii() or not text.isdigit() or len(text) > 4:
        return otherwise
    number = int(text)
    return number if number <= highest else otherwise


@dataclass(frozen=True)
class Page:
    """Up to twelve faces, and whether there are more. How many more is not told."""

    faces: "list[Face]"
    more: bool


def page(faces: "Iterable[Face]", choice: Choice, today: date) -> Page:
    """Cut the chosen page out of the faces that may be seen now."""
    seen = [face for face in faces if fits(face, choice)]
    seen.sort(key=lambda face: _place(face, choice.order, today))
    start = (choice.page - 1) * A_PAGE
    more = len(seen) > start + A_PAGE and choice.page < LAST_PAGE
    return Page(faces=seen[start : start + A_PAGE], more=more)


def fits(face: "Face", choice: Choice) -> bool:
    """Whether the face stands under the chosen pictogram and age."""
    if choice.age and face.age_band != choice.age:
        return False
    if not choice.who:
        return True
    return any(
        choice.who in relations.found_under(code, face.seeker_sex) for code in face.relations
    )


def _place(face: "Face", order: int, today: date) -> bytes:
    shuffle = f"{today.isoformat()}|{order}|".encode() + face.pk.bytes
    return hashlib.sha256(shuffle).digest()
