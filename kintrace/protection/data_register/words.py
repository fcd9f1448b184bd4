"""The words of the register: what for, how long, who sees it, and what an entry says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.protection.purposes import BasisKind

Text = str | Promise


class Kind(TextChoices):
    """The classes of vault.classes, in words."""

    PUBLIC = "public", _("Public")
    ROUTING = "routing", _("Our own handling")
    PERSONAL = "personal", _("About a person")
    BOX = "box", _("Sealed to a box")
    STAFF = "staff", _("About a member")
    BLIND = "blind", _("Marks")
    KEY = "key", _("Keys")


# What must be said in words: the name of such a column tells nobody what lies in it.
SAYS_SOMETHING = frozenset({Kind.PERSONAL, Kind.BOX, Kind.STAFF, Kind.BLIND})


class Why(TextChoices):
    """What it is kept for."""

    SEARCH = "search", _("To search for the family.")
    TOGETHER = "together", _("To help a family to come together, and to stand by it.")
    CHILD = "child", _("To look after a child and to bring it to its family.")
    PASS_ON = "pass_on", _("To pass on family news, and to bring the answer back.")
    SHOW = "show", _("To show the photo, so that the family recognises it.")
    LISTEN = "listen", _("To read what visitors tell, and to answer them.")
    PROTECT = "protect", _("To protect people from those who may harm them.")
    LAWFUL = "lawful", _("To prove that people were informed and what they agreed to.")
    WISHES = "wishes", _("To do what people ask about their data, and to prove it.")
    SEND = "send", _("To send a letter.")
    WORK = "work", _("To share out the work between members and societies.")
    SIGN_IN = "sign_in", _("To let in members, and nobody else.")
    SEAL = "seal", _("To lock what is kept, so that a thief can read nothing.")
    WITNESS = "witness", _("To know who did what to which record.")
    GUARD = "guard", _("To notice somebody who reads what they need not read.")
    COUNT = "count", _("To know how much work is done, without anybody’s name.")
    LEARN = "learn", _("To hear how people find our work, and to do it better.")
    MEET = "meet", _("To help people where they are met on their way.")
    OPEN = "open", _("To keep the public pages usable for everybody.")
    TELL = "tell", _("To tell everybody who we are, where we are and what we do.")
    ATTEST = "attest", _("To give a paper that anybody can check.")
    RUN = "run", _("To run the program.")


class Until(TextChoices):
    """How long it is kept."""

    CHILD = "child", _("Two years after the work for the child ended.")
    EVENT = "event", _("Until no case was joined to it for a year.")
    UNNAMED = "unnamed", _("Ten years after a member last found it needed, or until it is ended.")
    LEAD = (
        "lead",
        _(
            "A year after the person last spoke with us, 90 days after it ended, or until the "
            "person takes it back."
        ),
    )
    DRAFT = "draft", _("Until the case is opened; a draft that nobody touches 30 days.")
    CASE = (
        "case",
        _("With the case: two years after it was closed, unless the society settled otherwise."),
    )
    REFUSED = "refused", _("With the request: six months after it was not accepted.")
    PERSON = (
        "person",
        _(
            "With the case. Where there is none: 30 days after the last word, on hold two years at "
            "most, with a wish not to be found as long as it stands."
        ),
    )
    WISHED = "wished", _("Until the person takes it back; erased, the words go and the row stays.")
    AGREED = "agreed", _("Until the day the person agreed to; a child’s photo three months.")
    DECIDED = "decided", _("Until the partner has decided, 14 days at most.")
    TRANSFER = (
        "transfer",
        _(
            "With the other society until it is taken back or declined, and 30 days after the "
            "result; without one, twelve months after it was accepted or last written about. Who "
            "was asked and what came of it stays with the case."
        ),
    )
    MESSAGE = (
        "message",
        _("90 days after it was closed, spam 14 days. What nobody has read is never deleted."),
    )
    RED_CROSS = (
        "red_cross",
        _(
            "30 days after it was delivered, came back or was called off; an answer 30 days after "
            "its sender got it."
        ),
    )
    PLAN = "plan", _("90 days after the last planned day.")
    SAFE = "safe", _("12 months, or until the person takes it back.")
    REGISTRATION = (
        "registration",
        _("90 days after somebody was written down, or until they say that they want no more."),
    )
    CARRIED = (
        "carried",
        _("30 days, or until it was taken on or taken back; it opens six times at most."),
    )
    BOOKING = "booking", _("7 days after the day of the talk; the sign until the talk is over.")
    SLIP = "slip", _("30 days.")
    PRESSED = "pressed", _("Until the end of the day; with the removal code until it is down.")
    HANGS = "hangs", _("A year after the poster’s last day, when no sheet hangs any more.")
    LETTER = "letter", _("Address and words until it is sent, 7 days at most; the row 30 days.")
    MEMBER = "member", _("As long as the member belongs to the society.")
    DEVICE = (
        "device",
        _(
            "Until it is taken off the list, or 30 days after it was last heard of; a lost one "
            "that is still to be emptied a year."
        ),
    )
    TAKEN = "taken", _("14 days after it came.")
    LINK = "link", _("Until it is used or its time is over.")
    SESSION = "session", _("Until the member signs out, 10 hours at most.")
    USED = "used", _("Until the hour in which it would be too old anyway.")
    JOB = "job", _("A day after it was done, two weeks after it failed.")
    TEXT = "text", _("As long as somebody was told with these words.")
    OPENS = "opens", _("As long as what it opens is kept.")
    SOCIETY = "society", _("As long as the society takes part.")
    REQUEST = "request", _("Two years after it was answered.")
    WITHDRAWN = "withdrawn", _("Until the paper is withdrawn; with the case at the latest.")
    PAIR = (
        "pair",
        _("Until one of the two is stopped or erased; two years after people said what it is."),
    )
    ASKED = (
        "asked",
        _("Until the search for the other society ends or has a result, or the person is erased."),
    )
    NEXT_DAY = "next_day", _("Until the end of the next day.")
    FOUR_DAYS = "four_days", _("Four days.")
    NINETY_DAYS = "ninety_days", _("90 days.")
    TWO_YEARS = "two_years", _("Two years.")
    TEN_YEARS = "ten_years", _("Ten years, without names.")
    NO_END = "no_end", _("Without end: it says nothing of a person.")


class Audience(TextChoices):
    """Who sees it, where no right of a member decides."""

    EVERYBODY = "everybody", _("Everybody")
    ITSELF = "itself", _("Only the member whose own it is")
    TEAM = "team", _("Only the members of the child’s team")
    NOBODY = "nobody", _("Nobody; the program alone uses it")


Seen = Audience | frozenset[Right]


def holding(*rights: Right) -> frozenset[Right]:
    """Seen by who holds one of these rights."""
    return frozenset(rights)


@dataclass(frozen=True)
class Column:
    """What stands in one column, and where it differs from the rest of its table."""

    holds: Text
    why: Why | None = None
    on: BasisKind | None = None
    until: Until | None = None
    seen: Seen | None = None


@dataclass(frozen=True)
class Entry:
    """What the register says of a table, once for all its columns.

    on: the lawful basis; None where nothing is said of a person. classes: each column's class, in
    tables that come with another package; our own models say it themselves.
    """

    why: Why
    on: BasisKind | None
    until: Until
    seen: Seen
    columns: Mapping[str, Column | Text] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        """What is said of a column; nothing more than of the table, if nothing is."""
        said = self.columns.get(name, "")
        return said if isinstance(said, Column) else Column(said)
