"""What waits for somebody: by chance alone a step hardly ever meets what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import hypothesis.strategies as st

from kintrace.protection.purposes import Purpose
from kintrace.wall.screening import State
from tests.gates.arrows import stands
from tests.gates.asking import somebody_asked, somebody_wants_a_copy
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, MOSTLY, WHICH
from tests.gates.found import STOPS, somebody_was_found
from tests.gates.messages import under_way
from tests.gates.papers import OPENED, UNDER_WAY
from tests.gates.promises import Promises
from tests.gates.transfers import ALIVE, some
from tests.gates.words import somebody_wrote

if TYPE_CHECKING:
    from collections.abc import Callable

    Ready = Callable[[Promises], bool]
    Deeds = tuple[tuple[Ready, Callable[[Any, "Drawn"], None]], ...]


class Drawn(NamedTuple):
    which: int
    number: int
    to: int
    yes: bool


def handed(*states: str) -> Ready:
    return lambda machine: bool(some(machine, states))


def laid_before_a_partner(machine: Promises) -> bool:
    return any(one.asked_of is not None for one in machine.people)


def _messages(machine: Promises) -> bool:
    return bool(under_way(machine))


def _childs_letters(machine: Any) -> bool:
    return bool(machine.on_their_way())


def _not_delivered_yet(machine: Any) -> bool:
    return any(letter.state in UNDER_WAY for _ward, letter in machine.on_their_way())


# By whoever has the right to it, each when something of the kind is there.
REQUESTS: Deeds = (
    (stands("submitted"), lambda all_, d: all_.accept(d.which, d.number)),
    (stands("submitted"), lambda all_, d: all_.refuse(d.which, d.number)),
    (stands("accepted"), lambda all_, d: all_.take_up(d.which, d.number)),
    (stands("refused"), lambda all_, d: all_.look_at_refusal(d.which, d.number, agreed=d.yes)),
    (stands("closed"), lambda all_, d: all_.reopen(d.which, d.number)),
    (somebody_asked, lambda all_, d: all_.suspect(d.which, d.number)),
    (somebody_asked, lambda all_, d: all_.answer_by_right(d.which, d.number, Purpose.TRACE)),
    (somebody_wants_a_copy, lambda all_, d: all_.copy(d.which)),
)
OTHERS: Deeds = (
    (laid_before_a_partner, lambda all_, d: all_.partner_decides(d.which, d.number, agreed=d.yes)),
    (laid_before_a_partner, lambda all_, d: all_.recall(d.which, d.number)),
    (handed("drafted"), lambda all_, d: all_.send_what_is_ready(d.which, d.number)),
    (handed("sent"), lambda all_, d: all_.answer_a_society(d.which, d.number, takes=d.yes)),
    (handed(*OPENED), lambda all_, d: all_.work_for_a_society(d.which, d.number, _work(d))),
    (handed(*ALIVE), lambda all_, d: all_.take_transfer_back(d.which, d.number)),
    (_messages, lambda all_, d: all_.go_on_with_message(d.which, d.number, d.to, "")),
    (_messages, lambda all_, d: all_.go_on_with_message(d.which, d.number, d.to, "return")),
    (_messages, lambda all_, d: all_.go_on_with_message(d.which, d.number, d.to, "call off")),
    (_childs_letters, lambda all_, d: all_.go_on_with_childs_letter(d.which, d.number, d.to, "")),
    (_not_delivered_yet, lambda all_, d: all_.end_a_childs_letter(d.which, d.number, back=True)),
    (_not_delivered_yet, lambda all_, d: all_.end_a_childs_letter(d.which, d.number, back=False)),
)
WORDS: Deeds = (
    (somebody_was_found, lambda all_, d: all_.stop_for_found(d.which, d.number, _stop(d))),
    (somebody_was_found, lambda all_, d: all_.go_towards_family(d.which, d.number, "doubt")),
    (somebody_wrote, lambda all_, d: all_.answer(d.which, d.number)),
    (somebody_wrote, lambda all_, d: all_.keep_lead(d.which, d.number)),
    (somebody_wrote, lambda all_, d: all_.screen(d.which, d.number, State.PLAUSIBLE)),
    (somebody_wrote, lambda all_, d: all_.answer_for_another_society(d.which, d.to, d.number)),
)
DRAWN: dict[str, Any] = {
    "which": WHICH,
    "number": ANYBODY,
    "to": HOUSES,
    "yes": MOSTLY,
    "what": st.integers(0, 71),
}


def _work(drawn: Drawn) -> str:
    return ("say", "ask", "note", "result")[drawn.to]


def _stop(drawn: Drawn) -> str:
    return STOPS[drawn.to]


class Waiting(Promises):
    """Three steps, so that each deed has its chance."""

    @step(**DRAWN)
    def deal_with_requests(self, what: int, **drawn: Any) -> None:
        self.deal_with(REQUESTS, what, Drawn(**drawn))

    @step(**DRAWN)
    def deal_with_other_societies(self, what: int, **drawn: Any) -> None:
        self.deal_with(OTHERS, what, Drawn(**drawn))

    @step(**DRAWN)
    def deal_with_words(self, what: int, **drawn: Any) -> None:
        self.deal_with(WORDS, what, Drawn(**drawn))

    def deal_with(self, deeds: Deeds, what: int, drawn: Drawn) -> None:
        """One of those for which something waits, while anything does."""
        ready = [deed for is_there, deed in deeds if is_there(self)]
        if ready:
            ready[what % len(ready)](self, drawn)
            self.note_done()
