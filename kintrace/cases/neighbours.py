"""What folders above `cases` add to its pages: filled when the program starts, never by signals.

`duplicates` answers who may be the same person, `panels` are blocks on the case page, `work`
are sources of the work list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member


@dataclass(frozen=True)
class Work:
    """One line of the work list. `what` is a whole sentence; `due` sorts, None stands last.

    `asks`: somebody on the wall is to be asked, for whom a letter may be released.
    urgent: somebody may be in danger; stands before everything else.
    """

    what: str
    url: str
    icon: str
    due: date | None = None
    reference: str = ""
    asks: bool = False
    urgent: bool = False


class Panel(Protocol):
    """A block on the case page."""

    template: str

    def context(self, case: Case, *, by: Member) -> dict[str, object]: ...


work: list[Callable[[Member], Iterable[Work]]] = []
panels: list[Panel] = []
duplicates: list[Callable[[UUID], Sequence[UUID]]] = []
