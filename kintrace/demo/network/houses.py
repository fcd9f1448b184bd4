"""The societies of the demo to be, as `houses.toml` has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kintrace.network.access import Role
from kintrace.network.words import SocietyKind


@dataclass(frozen=True)
class Hire:
    """A member to be: sign-in name, role, and the name that stands in letters to them."""

    sign_in: str
    role: Role
    name: str


@dataclass(frozen=True)
class House:
    """A society to be. Of `desks` each is what `network.actions.add_desk` asks."""

    code: str
    name: str
    country: str
    languages: tuple[str, ...]
    phone: str
    kind: SocietyKind
    desks: tuple[dict[str, Any], ...]
    members: tuple[Hire, ...]
    lent: str

    def of(self, role: Role) -> list[str]:
        """The sign-in names of everyone with this role, in the order of the list."""
        return [hire.sign_in for hire in self.members if hire.role == role]


def _house(table: dict[str, Any]) -> House:
    return House(
        code=table["code"],
        name=table["name"],
        country=table["country"],
        languages=tuple(table["languages"]),
        phone=table["phone"],
        kind=SocietyKind(table.get("kind", SocietyKind.NATIONAL_SOCIETY)),
        desks=tuple(table["desks"]),
        members=tuple(
            Hire(hire["sign_in"], Role(hire["role"]), hire["name"]) for hire in table["members"]
        ),
        lent=table.get("lent", ""),
    )


HOUSES: tuple[House, ...] = tuple(
    map(_house, tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["house"])
)
