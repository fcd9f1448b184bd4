"""How long everything is kept: one table, and nobody else knows a number of days.

Letters, the watch and the vault lie below and cannot ask here: what they need stands there, too,
and a test holds it equal to this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import Promise

# A shorter time begins to count so many days after it was settled: nothing goes overnight.
GRACE = timedelta(days=30)
# Never a day less, however the leap years fall.
TWO_YEARS, TEN_YEARS = 731, 3653
# The family hears from us 3, 6 and 12 months after an open case began, then every year.
FIRST_REVIEWS = (91, 182, 365)


class Kind(TextChoices):
    """What ends by a clock. A code is kept in settings and never renamed."""

    PHOTO = "photo", _("Photo on the wall")
    CHILDS_PHOTO = "childs_photo", _("Photo of a person aged 15 to 17")
    UNREAD = "unread", _("Message nobody has dealt with")
    MESSAGE = "message", _("Message that is closed")
    SPAM = "spam", _("Message that is spam")
    ANSWER = "answer", _("Answer to a visitor")
    LEAD = "lead", _("Who told us who they are")
    OPEN_CASE = "open_case", _("Open case")
    CASE = "case", _("Closed case")
    REFUSED = "refused", _("Request that was not accepted")
    CHILD = "child", _("What a child’s team keeps, when its work ended")
    EVENT = "event", _("Event without a case")
    UNNAMED = "unnamed", _("Card of a body or grave without a name")
    DRAFT = "draft", _("Draft of a request")
    RED_CROSS = "red_cross", _("What a Red Cross Message says")
    SAFE = "safe", _("That somebody is safe and well")
    PLAN = "plan", _("How a family is asked after contact")
    PARTNER = "partner", _("Photo before a partner society")
    TRANSFER = "transfer", _("What another society was told for a search")
    PAIR = "pair", _("That two people were thought to be one")
    POSTER = "poster", _("Poster")
    LETTER = "letter", _("What a letter says and to whom")
    LETTER_ROW = "letter_row", _("That a letter was sent")
    ALONE = "alone", _("That somebody was informed of whom nothing else is kept")
    HELD = "held", _("Hold of somebody of whom nothing else is kept")
    ERASURE = "erasure", _("That everything about a person was deleted")
    REGISTRATION = "registration", _("Somebody whom a service point sees again")
    HAND_OVER = "hand_over", _("What a person carries to the next service point")
    BOOKING = "booking", _("Talk booked at a desk")
    SLIP = "slip", _("Slip that showed somebody the way")
    RIGHTS = "rights", _("Request of a person about their data")
    AUTHORITY = "authority", _("Request of an authority")
    WATCH = "watch", _("Alarm about reading, and a reason to read more")
    AUDIT = "audit", _("Audit: who did what")
    CONTACT_SAFE = "contact_safe", _("Contact safe that nobody opens")
    BACKUP = "backup", _("Backup")


class Acts(TextChoices):
    """Who brings the end about."""

    HOUSE = "house", _("By itself, every day")
    OFFICER = "officer", _("An officer looks 30 days before, then by itself")
    CASEWORKER = "caseworker", _("Only a member of the society")
    OPERATOR = "operator", _("Who runs the computers")


@dataclass(frozen=True)
class Line:
    """Days a kind is kept when a society says nothing, and between which it may choose."""

    days: int
    shortest: int
    longest: int
    then: str | Promise  # what happens on the day after the last
    kept: str | Promise  # what stays
    acts: Acts = Acts.HOUSE

    @property
    def is_settled_here(self) -> bool:
        """Whether a society may choose at all."""
        return self.shortest < self.longest


def _fixed(days: int, then: str | Promise, kept: str | Promise, acts: Acts = Acts.HOUSE) -> Line:
    return Line(days, days, days, then, kept, acts)


_NOTHING = _("Nothing.")
_WITH_CASE = _("Photo and consent stay with the case, where only staff see them.")

TABLE: dict[Kind, Line] = {
    Kind.PHOTO: Line(366, 30, 366, _("The photo comes off the wall."), _WITH_CASE),
    Kind.CHILDS_PHOTO: Line(92, 30, 92, _("The photo comes off the wall."), _WITH_CASE),
    # Never: officers, the society and the network's desk hear after 3, 7 and 14 days.
    Kind.UNREAD: _fixed(
        0,
        _("It waits until a member has dealt with it. Alarms ring after 3, 7 and 14 days."),
        _("All of it."),
        Acts.CASEWORKER,
    ),
    # What visitors are promised on the wall, so no society changes it.
    Kind.MESSAGE: _fixed(90, _("The message is deleted, and our answer with it."), _NOTHING),
    Kind.SPAM: Line(14, 7, 30, _("The message is deleted."), _NOTHING),
    Kind.ANSWER: _fixed(90, _("The answer is deleted with its message."), _NOTHING),
    # What visitors are promised on the page on which they write it, so no society changes it.
    Kind.LEAD: _fixed(
        366,
        _("It is deleted with its key; where it ended before, 90 days after that."),
        _NOTHING,
    ),
    Kind.OPEN_CASE: _fixed(
        365,
        _("A member looks at the case again and tells the family. Nothing is closed by itself."),
        _("All of it."),
        Acts.CASEWORKER,
    ),
    Kind.CASE: Line(
        TWO_YEARS,
        365,
        1095,
        _("The case, the persons in it and its photo are deleted with their keys."),
        _("A number in a table that no longer says whose case it was."),
        Acts.OFFICER,
    ),
    # Domain: six months. An officer keeps no longer what was never a search.
    Kind.REFUSED: Line(
        183,
        30,
        183,
        _("The request and the persons in it are deleted with their keys."),
        _("A number in a table that no longer says whose request it was."),
    ),
    # Nobody outside the team may know that there is something to look at, so no officer is asked.
    Kind.CHILD: Line(
        TWO_YEARS, 365, 1095, _("Everything about the child is deleted with its key."), _NOTHING
    ),
    Kind.EVENT: _fixed(
        365, _("The event is deleted with its key, and what was told about it."), _NOTHING
    ),
    # Families search for decades: ten years after somebody last found the card needed.
    Kind.UNNAMED: Line(
        TEN_YEARS, 365, 2 * TEN_YEARS, _("The card is deleted with its key."), _NOTHING
    ),
    Kind.DRAFT: Line(30, 7, 30, _("The draft is deleted with its key."), _NOTHING),
    # After it was delivered, came back or was called off; an answer after its sender got it.
    Kind.RED_CROSS: _fixed(
        30,
        _("Names, addresses, text and picture are deleted with the key, at both societies."),
        _("That a message went, and its days, with the case."),
    ),
    Kind.SAFE: _fixed(
        365,
        _("Names and sentences are deleted with their key, and nobody is told any more."),
        _("That there was something, with the case."),
    ),
    # After its last planned day, whether or not anybody spoke with the person.
    Kind.PLAN: _fixed(90, _("The plan and what was said are deleted with their key."), _NOTHING),
    Kind.PARTNER: _fixed(14, _("The partner’s copy is deleted with its key."), _NOTHING),
    Kind.TRANSFER: _fixed(
        30,
        _(
            "The other society’s copy is deleted with its key, 30 days after the result; without "
            "one, twelve months after it was accepted or last written about."
        ),
        _("Who was asked, for what and when, and the result, with the case."),
    ),
    # After people said what it is.
    Kind.PAIR: _fixed(
        TWO_YEARS, _("The pair is deleted with its reasons and what was said of it."), _NOTHING
    ),
    Kind.POSTER: _fixed(
        365, _("Its number and faces are forgotten, unless a sheet still hangs."), _NOTHING
    ),
    Kind.LETTER: _fixed(7, _("It is not sent any more."), _("That there was a letter.")),
    Kind.LETTER_ROW: _fixed(30, _("The row is deleted."), _NOTHING),
    # As long as a draft may wait; with a wish not to be found until the wish is taken back.
    Kind.ALONE: _fixed(
        30, _("The notice is forgotten, and the answers about safety with it."), _NOTHING
    ),
    # Those who decide had a letter, a reminder and a line on their work list all that time.
    Kind.HELD: _fixed(
        TWO_YEARS, _("The hold is forgotten with its reason, decided or not."), _NOTHING
    ),
    Kind.ERASURE: _fixed(TEN_YEARS, _("The row is deleted. It never held a name."), _NOTHING),
    # Who is on hold waits. Erased, nobody of the society knows any more that the person came.
    Kind.REGISTRATION: Line(90, 14, 90, _("What was told is deleted with its key."), _NOTHING),
    # What the person is told when they get the code, so no society changes it.
    Kind.HAND_OVER: _fixed(30, _("The code opens nothing any more."), _NOTHING),
    Kind.BOOKING: _fixed(7, _("The booking is deleted with its key."), _NOTHING),
    Kind.SLIP: _fixed(30, _("The slip is deleted."), _NOTHING),
    Kind.RIGHTS: Line(TWO_YEARS, 365, 1095, _("The request is deleted."), _NOTHING),
    Kind.AUTHORITY: _fixed(TEN_YEARS, _("The request is deleted. It never held a name."), _NOTHING),
    Kind.WATCH: _fixed(
        TWO_YEARS, _("They are deleted. An alarm that nobody answered stays."), _NOTHING
    ),
    Kind.AUDIT: _fixed(
        TEN_YEARS,
        _("The entry is deleted. It never held a name."),
        _("A seal, so that what follows can be proved as before."),
    ),
    # What is promised on its page. Whose it is nobody knows, so no society settles it.
    Kind.CONTACT_SAFE: _fixed(TWO_YEARS, _("It is deleted, and nobody can be told."), _NOTHING),
    Kind.BACKUP: _fixed(
        30, _("The next backup into the same folder deletes it."), _NOTHING, Acts.OPERATOR
    ),
}


# When the last day comes of what still goes on.
NOT_YET = {
    Kind.RED_CROSS: _("30 days after it was delivered, came back or was called off"),
    Kind.ALONE: _("Not while the wish not to be found stands"),
}


def default(kind: Kind) -> timedelta:
    """How long a kind is kept where a society settled nothing."""
    return timedelta(days=TABLE[kind].days)


def longest(kind: Kind) -> timedelta:
    """The most a society may settle."""
    return timedelta(days=TABLE[kind].longest)


@dataclass(frozen=True)
class Settled:
    """What a society settled for a kind, when, and what was in force until then; in days."""

    days: int
    before: int
    since: date

    def in_force(self, on: date) -> timedelta:
        """A longer time counts at once, a shorter one when the grace is over."""
        early = on <= self.since + GRACE
        return timedelta(days=max(self.days, self.before) if early else self.days)

    def last_day(self, start: date) -> date:
        """The last day of something whose clock began on `start`; fits `in_force`."""
        graced = min(start + timedelta(days=self.before), self.since + GRACE)
        return max(start + timedelta(days=self.days), graced)


@dataclass(frozen=True)
class Clock:
    """How long one thing on a page is kept. Without `until` it does not end by itself."""

    kind: Kind
    until: date | None = None

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def last(self) -> str:
        """In place of a day that nobody knows yet."""
        return str(NOT_YET.get(self.kind) or _("No end"))

    @property
    def then(self) -> str:
        return str(TABLE[self.kind].then)
