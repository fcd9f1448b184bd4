"""The words and rules of Red Cross Messages: how far one has come, who moves it on, and why.

A message is family news on an open sheet, and a second sheet for the answer. The society of the
sender is its home; whoever delivers it is another society, or the same one.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.audit.deeds import Deed
from kintrace.network.access import Right

if TYPE_CHECKING:
    from django.utils.functional import Promise

REPLY = "reply"  # the part that comes back
NAMED = {"sender": "from", "addressee": "to"}  # the parts that are of a person: their place
REACH, BY_SOCIETY = "reach", "society"  # of the addressee: through the society that found them
LINES = 30
LETTERS_A_LINE = 70  # what fits on a line of the paper; a longer one counts as several


def lines_of(text: str) -> int:
    """How many lines of the paper a text takes."""
    return sum(max(1, ceil(len(line) / LETTERS_A_LINE)) for line in text.strip().splitlines())


class State(TextChoices):
    WRITING = "writing", pgettext_lazy("state of a Red Cross Message", "Being written")
    COLLECTED = "collected", pgettext_lazy("state of a Red Cross Message", "To be checked")
    CHECKED = "checked", pgettext_lazy("state of a Red Cross Message", "Checked")
    SENT = "sent", pgettext_lazy("state of a Red Cross Message", "Sent")
    IN_DELIVERY = "in_delivery", pgettext_lazy("state of a Red Cross Message", "In delivery")
    DELIVERED = "delivered", pgettext_lazy("state of a Red Cross Message", "Delivered")
    REPLIED = "replied", pgettext_lazy("state of a Red Cross Message", "Answer received")
    RETURNED = "returned", pgettext_lazy("state of a Red Cross Message", "Came back")
    CANCELLED = "cancelled", pgettext_lazy("state of a Red Cross Message", "Called off")


# Not at its end, so that nothing of it is deleted by itself.
UNDER_WAY = (State.COLLECTED, State.CHECKED, State.SENT, State.IN_DELIVERY)
NOT_SENT_YET = (State.WRITING, State.COLLECTED, State.CHECKED)
ON_ITS_WAY = (State.SENT, State.IN_DELIVERY)
WITH_WHO_GETS_IT = (State.DELIVERED, State.REPLIED)


class Returned(TextChoices):
    """Why it came back. Whether the addressee lives, and what they want, is told by none."""

    NOT_FOUND = "not_found", _("The address was not found")
    MOVED = "moved", _("Nobody of this name lives there")
    UNSAFE = "unsafe", _("It is not safe to deliver it")
    NOT_HANDED_OVER = "not_handed", _("It could not be handed over")
    LEFT = "left", _("The society that was to deliver it left the network")


class Cancelled(TextChoices):
    """Why it was called off; the other society reads none of them."""

    WITHDRAWN = "withdrawn", _("The sender does not want it sent any more")
    MISTAKE = "mistake", _("It was begun by mistake")
    OTHERWISE = "otherwise", _("The family is in touch already")
    STOPPED = "stopped", _("It may not go on")


class SentBack(TextChoices):
    """Why the second member gives it back to who wrote it."""

    NOT_FAMILY = "not_family", _("It is more than family news")
    MONEY = "money", _("It speaks of money or medicine")
    POLITICS = "politics", _("It speaks of politics, an army or fighting")
    PLACES = "places", _("It tells where others are")
    ADDRESS = "address", _("The address is not enough to find anybody")
    NOT_READABLE = "unreadable", _("Something cannot be read or understood")


class Picture(TextChoices):
    SKETCH = "sketch", _("A drawing of the way to the house")
    PHOTO = "photo", _("A photo for the family")


class Side(TextChoices):
    """Whose turn it is."""

    HOME = "home"
    DELIVERS = "delivers"


@dataclass(frozen=True)
class Arrow:
    """One step: whose it is, what the audit says, and from which list a reason is chosen.

    itself: the reason that lies in the step, where nobody chooses one.
    """

    side: Side
    deed: Deed
    reasons: type[TextChoices] | None = None
    itself: Promise | str = ""
    right: Right = Right.CHANGE_CASES


_OFF = Arrow(Side.HOME, Deed.CALLED_OFF_RED_CROSS, Cancelled)
_BACK = Arrow(Side.DELIVERS, Deed.RETURNED_RED_CROSS, Returned)
ARROWS: dict[tuple[str, str], Arrow] = {
    (State.WRITING, State.COLLECTED): Arrow(
        Side.HOME, Deed.COLLECTED_RED_CROSS, itself=_("Everything that is needed is written")
    ),
    (State.COLLECTED, State.WRITING): Arrow(Side.HOME, Deed.SENT_BACK_RED_CROSS, SentBack),
    (State.COLLECTED, State.CHECKED): Arrow(
        Side.HOME, Deed.CHECKED_RED_CROSS, itself=_("Another member read it: it is family news")
    ),
    # What stands on it is known better since: another member looks at it again.
    (State.CHECKED, State.COLLECTED): Arrow(
        Side.HOME, Deed.COLLECTED_RED_CROSS, itself=_("What stands on it is known better now")
    ),
    (State.CHECKED, State.SENT): Arrow(
        Side.HOME, Deed.SENT_RED_CROSS, itself=_("It was checked, and the sender wants it sent")
    ),
    (State.SENT, State.IN_DELIVERY): Arrow(
        Side.DELIVERS, Deed.TOOK_RED_CROSS, itself=_("Somebody brings it to the address")
    ),
    (State.IN_DELIVERY, State.DELIVERED): Arrow(
        Side.DELIVERS, Deed.DELIVERED_RED_CROSS, itself=_("It was put into the addressee’s hands")
    ),
    (State.DELIVERED, State.REPLIED): Arrow(
        Side.DELIVERS, Deed.REPLIED_RED_CROSS, itself=_("The addressee wrote back")
    ),
    **{(state, State.RETURNED): _BACK for state in ON_ITS_WAY},
    **{(state, State.CANCELLED): _OFF for state in (State.WRITING, *UNDER_WAY)},
}
