"""A full name as a desk typed it: which word is what, and what of it is worth comparing."""

from collections.abc import Sequence
from typing import NamedTuple

from kintrace.names.particles import Mark
from kintrace.names.parts.placing import placed
from kintrace.names.parts.roles import Role
from kintrace.names.parts.tokens import told
from kintrace.names.parts.units import Unit
from kintrace.names.remembering import remembered

__all__ = ["Part", "Role", "Word", "core", "split"]
_LEFT_OUT = {Mark.TITLE, Mark.SON_OF, Mark.SON_BEFORE, Mark.ALIAS, Mark.BORN}  # unless all is


class Part(NamedTuple):
    """Words of a name as typed, with the likeliest role."""

    text: str
    role: Role

    def __repr__(self) -> str:
        """Never the text: a name in a traceback is a name in a log."""
        return f"<part {self.role}>"


class Word(NamedTuple):
    """A word worth comparing, in its own script, and how much it tells (1 is a whole name)."""

    text: str
    role: Role
    weight: float

    def __repr__(self) -> str:
        return f"<word {self.role} {self.weight}>"


@remembered
def split(name: str) -> tuple[Part, ...]:
    """ "Ahmad bin Ali al-Halabi": Ahmad is given, bin Ali the father's, al-Halabi an origin."""
    shown = [unit for unit in placed(told(name)) if unit.typed]
    parts = tuple(Part(unit.typed, unit.role or Role.UNKNOWN) for unit in shown)
    return parts or ((Part(name.strip(), Role.UNKNOWN),) if name.strip() else ())


def core(name: str | Sequence[str]) -> tuple[Word, ...]:
    """ "Haji Abd el-Rahman AL-HALABI" is "abdrahman" and "halabi"; "N/A" is nothing."""
    return _core(name if isinstance(name, str) else " ".join(name))


@remembered
def _core(name: str) -> tuple[Word, ...]:
    units = placed(told(name))
    kept = [unit for unit in units if unit.mark not in _LEFT_OUT]
    words = [word for unit in kept for word in _words(unit)]
    return _once(words or [word for unit in units for word in _words(unit)])


def _words(unit: Unit) -> list[Word]:
    role = unit.role or Role.UNKNOWN
    return [Word(text, role, unit.weight) for text in unit.words]


def _once(words: list[Word]) -> tuple[Word, ...]:
    """A doubled name once: "Ahmad Ahmad" is Ahmad, whom the desk gave a second name."""
    half, odd = divmod(len(words), 2)
    texts = [word.text for word in words]
    is_double = not odd and texts[:half] == texts[half:]
    return tuple(words[:half] if is_double else words)
