"""How far a run has come when it begins: by chance alone few would ever come to what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.protection.rights import Kind
from kintrace.wall.screening import State
from tests.gates.abroad import NO_GAP
from tests.gates.childs_way import AS_FAR_AS_SEARCHED, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

AS_FAR_AS_SENT = 3  # a message: checked, handed over, taken


def _handed_in(machine: Any, home: int, _to: int) -> None:
    """To a volunteer, whose request others look at."""
    machine.open_a_case(home, 0, 30, worried=False)


def _accepted(machine: Any, home: int, to: int) -> None:
    _handed_in(machine, home, to)
    machine.accept(0, 0)


def _refused(machine: Any, home: int, to: int) -> None:
    _handed_in(machine, home, to)
    machine.refuse(0, 0)


# Beside who stands on the wall, or has come as far as that goes. `home`: of which society they are;
# `to`: another one.
BEGUN: dict[str, Callable[[Any, int, int], None]] = {
    "on the wall": lambda _machine, _home, _to: None,
    "handed in": _handed_in,
    "accepted": _accepted,
    "refused": _refused,
    "closed": lambda machine, _home, _to: machine.close(0, 0),
    "asked for a copy": lambda machine, _home, _to: machine.ask_by_right(
        0, 0, Kind.ACCESS, of_sought=False
    ),
    "a visitor wrote": lambda machine, _home, _to: machine.write(0, 0, State.PLAUSIBLE, "", ""),
    "laid before a partner": lambda machine, home, to: machine.come_as_far_as_a_partner(home, to),
    "drafted": lambda machine, _home, to: machine.ask_a_society(0, 0, to, sent=False),
    "sent": lambda machine, _home, to: machine.ask_a_society(0, 0, to, sent=True),
    "taken on": lambda machine, _home, to: machine.go_to_a_society(0, to, "", late=False),
    "found": lambda machine, _home, _to: machine.meet(0, 0, "contact"),
    "found over a border": lambda machine, _home, to: machine.reunite_over_a_border(
        0, to, NO_GAP, "", 1
    ),
    "a child went home": lambda machine, home, _to: machine.bring_child_home(
        home, 1, WHOLE, WHOLE, "", WHOLE, WHOLE
    ),
    "a child wrote": lambda machine, home, _to: machine.bring_child_home(
        home, 1, WHOLE, WHOLE, "", WHOLE, AS_FAR_AS_SEARCHED
    ),
    "written": lambda machine, _home, to: machine.send_a_message(0, 0, to, "", AS_FAR_AS_SENT, ""),
}
