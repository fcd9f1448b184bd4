"""What counts as reading, how much of it is usual for a role, and where it stops."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed
from kintrace.audit.deeds_points import AnyDeed, PointDeed
from kintrace.network.access import Role

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)

RECORDS: frozenset[AnyDeed] = frozenset(
    {
        Deed.READ_CASE,
        Deed.READ_PERSON,
        Deed.READ_MESSAGE,
        Deed.READ_EVENT,
        Deed.READ_UNNAMED,
        Deed.READ_TRANSFER,
        Deed.READ_RED_CROSS,
        Deed.READ_CHILD,
        Deed.READ_PAIR,
        PointDeed.READ_REGISTRATION,
        Deed.SAW_PHOTO,
        Deed.OPENED_FILE,
        Deed.OPENED_RECORD,
    }
)
LISTS: frozenset[AnyDeed] = frozenset(
    {Deed.LISTED_CASES, Deed.LISTED_CHILDREN, PointDeed.LISTED_TO_SEE, Deed.SEARCHED}
)
# Codes of cases and posters, right or wrong, and what people carry: they are short, and whoever may
# type without end finds them all. An entry never says what was typed; each wrong one is about
# nothing, and counts.
CODES: frozenset[AnyDeed] = frozenset({Deed.TRIED_CODE, Deed.HEARD_CODE, PointDeed.TRIED_HAND_OVER})
# What members print by duty: certificates, Red Cross sheets, posters. A page has to say that it
# is one; whatever else leaves is taken: access copies, papers and recordings of a case.
PRINTED = frozenset({Deed.PRINTED_SHEET, Deed.PRINTED_POSTER})
TAKEN = frozenset({Deed.TOOK_FILE})
FILES = PRINTED | TAKEN
KEYS = frozenset({Deed.GRANTED_BOX, Deed.HELD_CEREMONY})
# What a member who works on it leaves a deed about; pages beside a case go without.
WORKED_ON = RECORDS - {Deed.READ_PERSON, Deed.SAW_PHOTO, Deed.OPENED_FILE}
READING = RECORDS | LISTS | CODES | FILES

# What may stand in an address and is nobody's record. Anything else that names one is counted: a
# page added later has to say here that it shows no person, or it is watched.
NO_RECORD = frozenset(
    {
        "alarm_id",
        "canary_id",
        "cost_id",
        "desk_id",
        "face_id",
        "device_id",
        "hanging_id",
        "member_id",
        "needs_id",
        "network_id",
        "point_id",
        "poster_id",
        "region_id",
        "sentence_id",
        "society_id",
        "source_id",
        "task_id",
        "text_id",
        "ticket_id",
        "ticket_token",
    }
)


@dataclass(frozen=True)
class Line:
    """Different things in an hour and in a day: what rings, and where a reason is asked.

    more: how many more a reason allows, within the hour it was given in.
    """

    hour: int
    day: int
    stop_hour: int
    stop_day: int
    more: int


@dataclass(frozen=True)
class Lines:
    """Of one role. `usual`, `idle_usual`: records a week for who has no past here yet; opened at
    all, and opened without anything done about them. `stranger`: records in four weeks of who does
    hardly anything but read. `off_hours`: records of one night. `printed`, `taken`: papers and
    files of a day, below which who prints now and then does what they are there for."""

    records: Line
    lists: Line
    codes: Line
    usual: int
    idle_usual: int
    stranger: int
    off_hours: int
    printed: int
    taken: int


_LISTS = Line(hour=6, day=20, stop_hour=10, stop_day=40, more=5)
# Who works at a desk types the code of nearly every case that somebody comes about.
_CODES = Line(hour=25, day=80, stop_hour=40, stop_day=120, more=15)
_AT_WORK = Line(hour=50, day=160, stop_hour=80, stop_day=240, more=30)
_NOW_AND_THEN = Line(hour=20, day=50, stop_hour=30, stop_day=80, more=10)
_NO_CASES = Line(hour=10, day=20, stop_hour=15, stop_day=30, more=5)
_WORKS = Lines(
    _AT_WORK,
    _LISTS,
    _CODES,
    usual=350,
    idle_usual=80,
    stranger=120,
    off_hours=10,
    printed=60,
    taken=5,
)
_SELDOM = Lines(
    _NO_CASES,
    _LISTS,
    _LISTS,
    usual=20,
    idle_usual=10,
    stranger=20,
    off_hours=5,
    printed=0,
    taken=0,
)
_GUARDS = Lines(
    _NOW_AND_THEN,
    _LISTS,
    _LISTS,
    usual=60,
    idle_usual=40,
    stranger=80,
    off_hours=10,
    printed=0,
    taken=5,
)
_HELPS = Lines(
    _NOW_AND_THEN,
    _LISTS,
    _LISTS,
    usual=80,
    idle_usual=20,
    stranger=40,
    off_hours=10,
    printed=10,
    taken=2,
)

LINES: dict[Role, Lines] = {
    Role.VOLUNTEER: _HELPS,
    Role.CASEWORKER: _WORKS,
    Role.OFFICER: _WORKS,
    Role.CHILD_PROTECTION: _WORKS,
    Role.DATA_PROTECTION: _GUARDS,
    Role.SOCIETY_ADMIN: _SELDOM,
    Role.NETWORK_ADMIN: _SELDOM,
    Role.AUDITOR: _SELDOM,
}
MOST_REASONS = 3  # in a day; after them only time or a talk with the data-protection officer helps

# Slow reading: how much more than usual, and below how many records a week nobody is told.
TIMES_USUAL, FEWEST = 2, 40
WEEKS_OF_PAST, WEEKS_KNOWN = 8, 3  # how far back "usual" looks, and what is too short a past
A_STRANGERS_SHARE = 0.8  # of what is opened and never worked on; who works here does something

# One after the other: of a box; of a password, a code or a passkey by who has the rest of what lets
# in, a password or a session.
FAILED_OPENINGS = FAILED_PROOFS = 5
PROOFS = frozenset({Deed.SIGNED_IN, Deed.CONFIRMED_SELF, Deed.CHANGED_PASSWORD})


class Limit(TextChoices):
    """What a page asks the reason for."""

    RECORDS = "records", _("You opened many records")
    LISTS = "lists", _("You looked through many lists")
    CODES = "codes", _("You looked up many codes")


class Rule(TextChoices):
    """What an alarm rang for; a code is never renamed."""

    MANY_AN_HOUR = "many_an_hour", _("Many records were opened within an hour")
    MANY_A_DAY = "many_a_day", _("Many records were opened within a day")
    MANY_LISTS = "many_lists", _("Many lists were looked through, or many searches made")
    SLOW = "slow", _("Much more was read over weeks than this member usually reads")
    OFF_HOURS = "off_hours", _("Many records were opened outside your hours of work")
    WENT_ON = "went_on", _("A member gave a reason and read on beyond the limit")
    FILE = "file", _("Personal data was printed or taken out as a file")
    CANARY = "canary", _("An invented case was opened, which nobody needs to open")
    BOX = "box", _("Opening a box failed again and again")
    DOOR = "door", _("Proving who somebody is failed again and again")
    KEYS = "keys", _("A member was given a box, or keys were made anew")
    CHAIN = "chain", _("The audit was changed or cut")


# Counted over a time: as long as one goes on it is one alarm, whose number grows.
COUNTED = frozenset(
    {
        Rule.MANY_AN_HOUR,
        Rule.MANY_A_DAY,
        Rule.MANY_LISTS,
        Rule.SLOW,
        Rule.OFF_HOURS,
        Rule.FILE,
        Rule.BOX,
        Rule.DOOR,
    }
)
ONE_ALARM = {Rule.CANARY: HOUR, Rule.WENT_ON: HOUR}  # how far apart the next rings
