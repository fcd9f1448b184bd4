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
from tests.gates.abroad import Abroad
from tests.gates.asking import Asking
from tests.gates.begun import BEGUN
from tests.gates.childs_keeping import ChildsKeeping
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, PLACES
from tests.gates.partners import Partners
from tests.gates.reach import Reach
from tests.gates.waiting import Waiting
from tests.gates.words import Words

if TYPE_CHECKING:
    from kintrace.protection.purposes import Scope


class Gates(Waiting, Partners, Words, Asking, Abroad, ChildsKeeping, Reach):
    """Steps are real actions by a member who holds the right; a refusal changes nothing."""

    @initialize(
        home=HOUSES,
        age=st.sampled_from([16, 30]),
        places=PLACES,
        guest=st.tuples(HOUSES, ANYBODY),
        come=st.sampled_from(sorted(BEGUN)),
    )
    def begin(
        self, home: int, age: int, places: tuple[Scope, ...], guest: tuple[int, int], come: str
    ) -> None:
        """Somebody on the wall, or as far as that goes: what follows tries to pass the gates."""
        self.guest = guest
        self.come_as_far_as_the_wall(home, age, places, 2)
        BEGUN[come](self, home, (home + 1) % len(self.houses))

    @step(days=st.sampled_from([1, 1, 1, 1, 30, 30, 91, 200]))
    def days_pass(self, days: int) -> None:
        """And what the house does every day is done."""
        self.clock.tick(timedelta(days=days))
        jobs.expire.call()
        wall.close_old_messages.call()
        self.note_done()
        self.touched.update(self.people)
        self.time_is_over()
