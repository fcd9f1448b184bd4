"""What `manage.py doctor` looks at: each check says what is wrong and how to mend it.

A check is a generator of troubles. It yields nothing when all is well, and raises NotLooked where
it cannot tell. What it says names variables, roles, tables, versions and codes of societies; never
a value of a secret, and nothing of a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class State(StrEnum):
    """How a check came out."""

    WELL = "ok"
    TROUBLE = "trouble"
    UNKNOWN = "could not be looked at"


class Trouble(NamedTuple):
    """What is wrong, and what mends it: a command, mostly."""

    what: str
    mend: str


class NotLooked(Exception):
    """Why a check cannot tell; `mend` says how it could."""

    def __init__(self, why: str, mend: str = "") -> None:
        super().__init__(why)
        self.mend = mend


@dataclass(frozen=True)
class Check:
    """One thing to look at, on some sides."""

    name: str
    sides: frozenset[str]
    look: Callable[[], Iterator[Trouble]]


@dataclass(frozen=True)
class Finding:
    """What a check said; a line of the report."""

    name: str
    state: State
    what: str = ""
    mend: str = ""


def findings(check: Check) -> list[Finding]:
    """Look; a check that breaks says so and stops no other."""
    troubles: list[Trouble] = []
    try:
        troubles.extend(check.look())
    except NotLooked as reason:
        if not troubles:
            return [Finding(check.name, State.UNKNOWN, str(reason), reason.mend)]
    except Exception as error:  # noqa: BLE001 - the other checks are still to be made
        what = f"The check itself broke ({type(error).__name__})."
        return [Finding(check.name, State.UNKNOWN, what, "Mend what stands above it first.")]
    if not troubles:
        return [Finding(check.name, State.WELL)]
    return [Finding(check.name, State.TROUBLE, one.what, one.mend) for one in troubles]
