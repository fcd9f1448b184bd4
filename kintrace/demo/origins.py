"""Where the demo's people come from, as `origins.toml` has it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

Name = tuple[str, str]
"""A name in Latin letters and in its own script."""


@dataclass(frozen=True)
class Origin:
    """A language and what goes with it. `bare`: drawn portraits without a head cover."""

    language: str
    calendar: str
    complexions: tuple[str, ...]
    places: tuple[str, ...]
    women: tuple[Name, ...]
    men: tuple[Name, ...]
    bare: bool


def _origin(table: dict[str, str]) -> Origin:
    return Origin(
        language=table["language"],
        calendar=table["calendar"],
        complexions=_listed(table["complexions"]),
        places=_listed(table["places"]),
        women=_names(table["women"]),
        men=_names(table["men"]),
        bare=bool(table.get("bare")),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


def _names(text: str) -> tuple[Name, ...]:
    pairs = (part.partition(" ") for part in _listed(text))
    return tuple((latin, own or latin) for latin, _space, own in pairs)


ORIGINS: tuple[Origin, ...] = tuple(
    map(_origin, tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["origin"])
)
