"""What folders above `cases` add to its pages: filled when the program starts, never by signals.

`duplicates` answers who may be one of several people, `panels` are blocks on the case page,
`request_panels` on the page of what another society asked and we took on, `work` and
`work_of_cases` are sources of the work list: the latter know whose cases a list is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.cases.lookups import Afar
    from kintrace.cases.models import Case
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


class Group(TextChoices):
    """What the work list is told apart by, in the order in which it stands on the page."""

    LATE = "late", _("Urgent or overdue")
    TODAY = "today", _("Today")
    WAITING = "waiting", _("Waiting for another society")
    MESSAGES = "messages", _("Messages")
    PHOTOS = "photos", _("Photos")
    LATER = "later", _("Later")


@dataclass(frozen=True)
class Work:
    """One line of the work list. `what` is a whole sentence; `due` sorts, None stands last.

    `asks`: somebody on the wall is to be asked, for whom a letter may be released.
    urgent: somebody may be in danger; stands before everything else.
    group: where it stands; without one its day says it.
    with_whom: in a list of more than the own work, who looks after its case; "" for nobody.
    """

    what: str
    url: str
    icon: str
    due: date | None = None
    reference: str = ""
    asks: bool = False
    urgent: bool = False
    group: Group | None = None
    with_whom: str | None = None

    def group_on(self, today: date) -> Group:
        """Where it stands on a day. Danger goes before everything."""
        if self.urgent:
            return Group.LATE
        if self.group:
            return self.group
        if self.due is None or self.due > today:
            return Group.LATER
        return Group.TODAY if self.due == today else Group.LATE


class Panel(Protocol):
    """A block on the case page."""

    template: str

    def context(self, case: Case, *, by: Member) -> dict[str, object]: ...


class RequestPanel(Protocol):
    """A block on the page of a search for another society; asked while it may be shared with us.
    None where nothing is to stand there."""

    template: str

    def context(self, whom: Afar, *, by: Member) -> dict[str, object] | None: ...


work: list[Callable[[Member], Iterable[Work]]] = []
work_of_cases: list[Callable[[Member, WorkOf], Iterable[Work]]] = []
panels: list[Panel] = []
request_panels: list[RequestPanel] = []
duplicates: list[Callable[[Sequence[UUID]], Sequence[UUID]]] = []
