"""Steps of the machine, and how often each was taken and did something."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine, rule

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    Step = Callable[..., None]

STEPS: set[str] = set()


class Counted(RuleBasedStateMachine):
    """A machine that knows which of its steps did something."""

    taken: ClassVar[Counter[str]]
    effects: ClassVar[Counter[str]]
    now_at: str = ""

    def note_done(self) -> None:
        """The step under way was allowed, and changed something."""
        self.effects[self.now_at] += 1


def part(act: Step) -> Step:
    """What several steps do, counted by its own name; no rule calls it by itself."""
    STEPS.add(act.__name__)

    @wraps(act)
    def counted(self: Counted, *args: Any, **said: Any) -> None:
        before, self.now_at = self.now_at, act.__name__
        self.taken[act.__name__] += 1
        try:
            act(self, *args, **said)
        finally:
            self.now_at = before

    return counted


def step(**drawn: Any) -> Callable[[Step], Step]:
    """A rule of the machine that is counted by its name."""

    def mark(act: Step) -> Step:
        ruling: Any = rule
        ruled: Step = ruling(**drawn)(part(act))
        return ruled

    return mark
