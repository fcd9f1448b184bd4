"""Where a face stands on its way to the wall, as a thread of knots, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases.days import on
from kintrace.protection.lookups import agreed_until
from kintrace.protection.purposes import Scope
from kintrace.wall.lookups import notice_of, review_of
from kintrace.wall.terms import Terms

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kintrace.cases.models import Case
    from kintrace.wall.models import Notice, Review

KNOTS = (
    gettext_lazy("Agreed"),
    gettext_lazy("Photo"),
    gettext_lazy("Proposed"),
    gettext_lazy("Second eye"),
    gettext_lazy("On the wall"),
)
REACHED = {"proposed": 3, "consented": 3, "cleared": 3, "approved": 4, "live": 5}
NEXT = ("consent", "photo", "propose", "wait", "put_up", "live")
SAID = {
    "closed": gettext_lazy("This case is closed."),
    "consent": gettext_lazy("Next: ask who may recognise the person, and whether they agree."),
    "photo": gettext_lazy("Next: take the photo of the person who searches."),
    "propose": gettext_lazy("Next: choose a cut-out and propose it to another member."),
    "put_up": gettext_lazy(
        "Next: put it on the wall while the person is there, and give them the code."
    ),
}


@dataclass(frozen=True)
class Way:
    """A face's way. `consented`: the person agreed to the wall. `paper`: before a partner now."""

    case: Case
    notice: Notice | None
    consented: bool
    paper: Review | None

    @property
    def under_way(self) -> Notice | None:
        return self.notice if self.notice is not None and self.notice.ended is None else None

    @property
    def reached(self) -> int:
        """How many knots lie behind this case."""
        if self.under_way is not None:
            return REACHED.get(self.under_way.state, 0)
        if not self.consented:
            return 0
        return 2 if self.case.has_photo else 1

    @property
    def next(self) -> str:
        """What is to be done now: consent, photo, propose, wait, put_up, live or closed."""
        return "closed" if self.case.closed else NEXT[self.reached]

    @property
    def knots(self) -> list[tuple[_StrPromise | str, ...]]:
        return [
            (label, self._state(place), self._words(place)) for place, label in enumerate(KNOTS)
        ]

    @property
    def says(self) -> str:
        """What happens next, in a sentence."""
        if self.under_way is not None and self.next == "wait":
            return self._waits(self.under_way)
        if self.under_way is not None and self.next == "live":
            return _(
                "It hangs until %(day)s. Speak with the person before and write it down. Without "
                "an answer it comes down on that day."
            ) % {"day": on(self.under_way.live_until)}
        return str(SAID[self.next])

    def _state(self, place: int) -> str:
        return "done" if place < self.reached else "now" if place == self.reached else "next"

    def _words(self, place: int) -> str:
        """What stands after a knot: how many have signed, or the last day."""
        notice = self.under_way
        if notice is None or place != min(self.reached, len(KNOTS) - 1):
            return ""
        if notice.is_live:
            return _("renew by %(day)s") % {"day": on(notice.live_until)}
        if notice.terms == Terms.BEST_INTEREST and self.next == "wait":
            return self._sign_off(notice)
        return ""

    def _sign_off(self, notice: Notice) -> str:
        return (
            _("waits for sign-off 2 of 2")
            if notice.signed_by_id
            else _("waits for sign-off 1 of 2")
        )

    def _waits(self, notice: Notice) -> str:
        if self.paper is not None:
            return _("Next: %(society)s looks at the photo, until %(day)s at most.") % {
                "society": self.paper.partner.name,
                "day": on(self.paper.until),
            }
        if notice.state != "cleared":
            return _("Next: the consent and the answers about safety have to be complete.")
        if notice.terms == Terms.BEST_INTEREST:
            return _("Next: two members sign who neither took the photo nor proposed it.")
        if notice.terms == Terms.UNSAID:
            return _("Next: another member looks at the photo and judges the age.")
        return _("Next: another member looks at the photo before it is shown.")


def way_of(case: Case) -> Way:
    notice = notice_of(case.subject)
    consented = agreed_until(case.subject, Scope.WALL) is not None
    return Way(case, notice, consented, review_of(notice) if notice else None)
