"""What a sheet about a person begins with, and under which names they stood before."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from kintrace.names.scripts import script_of
from kintrace.people.told import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.people.lookups import Description
    from kintrace.people.told import Name

NAMES = ("name", "name_own")


def of_person(person: Description) -> dict[str, Any]:
    """What a form about a person begins with: as they are known now, and no older name."""
    told, names = person.told, _in_force(person)
    latin = next((one for one in names if script_of(_said(one)) == "Latn"), names[0])
    fathers = [part.text for part in latin if part.role == Role.FATHER]
    return {
        "name": _said(latin),
        "name_own": _said(_beside(latin, names)),
        "sex": told.sex,
        "birth": told.birth.said if told.birth else "",
        "father": "".join(fathers[:1]),
        "shown": [],
    }


def older_names(person: Description) -> frozenset[str]:
    """The names that a sheet about them could begin with before, and does no more."""
    before = (
        replace(person, told=telling.told, tellings=person.tellings[:number])
        for number, telling in enumerate(person.tellings[:-1], start=1)
    )
    older = frozenset(name for one in before for name in names_now(one))
    return older - names_now(person)


def followed(
    said: Mapping[str, Any], *, known: Mapping[str, Any], now: Mapping[str, Any]
) -> dict[str, Any]:
    """A part with what is known better now. What somebody wrote otherwise by hand stays, and of
    what was left out nothing comes in but the name."""
    changed = {
        field: now[field]
        for field, before in known.items()
        if now[field] != before and said.get(field, "") == before
    }
    fitting = {field: to for field, to in changed.items() if field in said or field in NAMES}
    return {field: told for field, told in (dict(said) | fitting).items() if told}


def names_now(person: Description) -> frozenset[str]:
    """The names that a sheet about them may begin with, and how they are called here."""
    known = of_person(person)
    return frozenset({person.told.called, *(known[one] for one in NAMES)} - {""})


def _in_force(person: Description) -> list[Name]:
    """The names of the newest telling, one in each script or spelling; what stands behind them was
    told before and is kept as a variant."""
    older = {one for telling in person.tellings[:-1] for one in telling.told.names}
    scripts: set[str] = set()
    names: list[Name] = []
    for name in person.told.names:
        script = script_of(_said(name))
        if name in older and script in scripts:
            break
        scripts.add(script)
        names.append(name)
    return names


def _beside(name: Name, others: list[Name]) -> Name:
    """The same name in another script, or else in another spelling."""
    script = script_of(_said(name))
    rest = [one for one in others if one != name]
    in_another = (one for one in rest if script_of(_said(one)) != script)
    return next(chain(in_another, rest), ())


def _said(name: Name) -> str:
    return " ".join(part.text for part in name)
