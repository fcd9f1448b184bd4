"""Members of four societies, and the people who come to them, do whatever they are allowed to.

After every step the house must agree with what the test knows (world.py): who stands on the wall,
what `may` answers, what was passed on of whom, what lies with which society, and that what belongs
to one society does not exist for another.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import initialize

from kintrace.protection import jobs
from kintrace.wall import jobs as wall
from tests.gates.asking import Asking
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, PLACES
from tests.gates.family import Families
from tests.gates.partners import Partners
from tests.gates.reach import Reach
from tests.gates.words import Words

if TYPE_CHECKING:
    from kintrace.protection.purposes import Scope


# How far a run has come when it begins: by chance alone few would ever come to what follows.
COME = (
    "",
    "handed in",
    "accepted",
    "refused",
    "laid before",
    "drafted",
    "sent",
    "taken on",
    "found",
    "written",
)
AS_FAR_AS_SENT = 3  # a message: checked, handed over, taken


class Gates(Partners, Words, Asking, Families, Reach):
    """Steps are real actions by a member who holds the right; a refusal changes nothing."""

    @initialize(
        home=HOUSES,
        age=st.sampled_from([16, 30]),
        places=PLACES,
        guest=st.tuples(HOUSES, ANYBODY),
        come=st.sampled_from(COME),
    )
    def begin(
        self, home: int, age: int, places: tuple[Scope, ...], guest: tuple[int, int], come: str
    ) -> None:
        """Somebody on the wall, or as far as that goes: what follows tries to pass the gates."""
        self.guest = guest
        self.come_as_far_as_the_wall(home, age, places, 2)
        self.come_further(come, home, to=(home + 1) % len(self.houses))

    def come_further(self, how: str, home: int, *, to: int) -> None:
        """Another society is asked, somebody is found: what others do with it follows."""
        if how in {"handed in", "accepted", "refused"}:
            self.come_to_a_volunteer(home, how)
        elif how == "laid before":
            self.come_as_far_as_a_partner(home, to)
        elif how in {"drafted", "sent"}:
            self.ask_a_society(0, 0, to, sent=how == "sent")
        elif how == "taken on":
            self.go_to_a_society(0, to, "", late=False)
        elif how == "found":
            self.meet(0, 0, "contact")
        elif how == "written":
            self.send_a_message(0, 0, to, "", AS_FAR_AS_SENT)

    def come_to_a_volunteer(self, home: int, how: str) -> None:
        """Whose request others look at."""
        self.open_a_case(home, 0, 30, worried=False)
        if how == "accepted":
            self.accept(0, 0)
        elif how == "refused":
            self.refuse(0, 0)

    @step(days=st.sampled_from([1, 1, 1, 1, 30, 30, 91, 200]))
    def days_pass(self, days: int) -> None:
        """And what the house does every day is done."""
        self.clock.tick(timedelta(days=days))
        jobs.expire.call()
        wall.close_old_messages.call()
        self.note_done()
        self.touched.update(self.people)
        self.time_is_over()
