"""Whom another society seeks, as an index card made of what it sent: never laid, never kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.transfers import Part
from kintrace.names.dates import Window
from kintrace.names.scripts import script_of
from kintrace.people.cards import NO_COMPARING, NO_NAME, Card, CardRole
from kintrace.people.told import PlaceKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kintrace.cases.lookups import Afar

    Piece = tuple[str, str]  # role and text of a part of a name

# Nobody has two of these in one name: where one comes again, another spelling begins.
_ONCE = frozenset({Role.GIVEN.value, Role.FATHER.value, Role.GRANDFATHER.value, Role.FAMILY.value})
_ORDER = {one.value: place for place, one in enumerate(Role)}


def card_asked_for(whom: Afar) -> Card | None:
    """What was sent of somebody sought; None while it is sealed to a box that is shut. Without a
    name where none was sent. Sealed answers beside it are not compared."""
    copy, first = lookups.copy_of(whom.transfer), whom.transfer.card.told
    if copy is None:
        return None
    parts = copy.parts
    return Card(
        role=CardRole.SOUGHT.value,
        names=tuple(_names(parts)),
        sex=first["sex"] if first["sex"] in {"female", "male"} else "",
        births=tuple(_births(parts)),
        places=tuple(_places(parts)),
        fathers=tuple(text for role, text in _pieces(parts, Part.PARENTS) if role == Role.FATHER),
        relation=first["relation"],
    )


def _names(parts: dict[str, Any]) -> Iterator[tuple[Piece, ...]]:
    """Each way in which the name is told. A copy holds the parts of all ways in one row: they are
    told apart by their script, and by a part that comes once more."""
    own, parents = _pieces(parts, Part.NAMES), _pieces(parts, Part.PARENTS)
    for script in dict.fromkeys(map(_script, own)):
        same = [one for one in own if _script(one) == script]
        beside = [*same, *(one for one in parents if _script(one) == script)]
        yield from (_whole(way, beside) for way in _ways(same))


def _ways(pieces: Sequence[Piece]) -> list[list[Piece]]:
    ways: list[list[Piece]] = [[]]
    for role, text in pieces:
        if role in _ONCE and role in dict(ways[-1]):
            ways.append([])
        ways[-1].append((role, text))
    return ways


def _whole(way: list[Piece], beside: Sequence[Piece]) -> tuple[Piece, ...]:
    """With what was told once for all spellings of one script."""
    first = {role: text for role, text in reversed(beside) if role in _ONCE}
    more = [(role, text) for role, text in first.items() if role not in dict(way)]
    return tuple(sorted([*way, *more], key=lambda one: _ORDER[one[0]]))


def _pieces(parts: dict[str, Any], part: Part) -> list[Piece]:
    return [(role, text) for role, text in parts.get(part, []) if role not in NO_NAME]


def _script(piece: Piece) -> str:
    return script_of(piece[1])


def _births(parts: dict[str, Any]) -> Iterator[Window]:
    for birth in parts.get(Part.BIRTH, []):
        if not isinstance(birth, str):  # copied before the days went along
            _said, _calendar, precision, start, end = birth
            yield Window(date.fromisoformat(start), date.fromisoformat(end), precision)


def _places(parts: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Where they come from and were, the place of the last news among them."""
    news = parts.get(Part.NEWS) or {}
    last = (PlaceKind.LAST.value, news.get("place") or "", news.get("country") or "")
    told = [(kind, said, land) for kind, said, land in parts.get(Part.PLACES, [])]
    for place in [*told, last]:
        if place[0] not in NO_COMPARING and any(place[1:]):
            yield place
