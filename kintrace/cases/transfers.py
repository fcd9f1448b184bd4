"""The words of a transfer: what one society asks of another for a search, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.audit.deeds import Deed
from kintrace.network.access import Right

if TYPE_CHECKING:
    from django.utils.functional import Promise

INBOX = "inbox"  # the box that words go to, unless a child's team has one of its own


class Stand(models.TextChoices):
    """Where a transfer stands. Whatever ended by us is one state: nobody outside learns why."""

    DRAFTED = "drafted", _("Being prepared")
    CHECKED = "checked", _("Ground written down, not sent yet")
    SENT = "sent", _("Sent, waits for an answer")
    ACCEPTED = "accepted", _("Accepted, the search goes on there")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Nobody answered in time")
    RECALLED = "recalled", _("Taken back")
    RETURNED = "returned", _("The result has come")
    DELETED = "deleted", _("Ended, the copy is deleted")


BEFORE = (Stand.DRAFTED, Stand.CHECKED)  # nothing has left the house
OUT = (Stand.SENT, Stand.ACCEPTED, Stand.RETURNED)  # the other society sees something of it
AT_WORK = (Stand.ACCEPTED, Stand.RETURNED)  # it sees all that was sent
# How long a search goes on there after it was accepted, and after each word of who asked for it.
GOES_ON_FOR = timedelta(days=365)


class Wish(models.TextChoices):
    """What the other society is asked to do."""

    SEARCH = "search", _("Look for the person")
    LISTS = "lists", _("Look into your lists and records")
    VISIT = "visit", _("Go to the place of the last news and ask there")
    CHECK = "check", _("Check whether what we heard is true")


class Part(models.TextChoices):
    """What may be sent, by groups. Contact ways are no group: they never leave the case.

    An access copy says which were sent.
    """

    # Visitors read this.
    NAMES = "names", _("Names of the person sought")
    # Visitors read this.
    PARENTS = "parents", _("Names of father and grandfather")
    # Visitors read this.
    BIRTH = "birth", _("Birth, as it was said")
    # Visitors read this.
    PLACES = "places", _("Places the person comes from or was in")
    # Visitors read this.
    LANGUAGES = "languages", _("Languages")
    # Visitors read this.
    MARKS = "marks", _("What helps to recognise the person")
    # Visitors read this.
    NEWS = "news", _("Last news: when, where and how")
    # Visitors read this.
    REASON = "reason", _("Why the family was parted")
    # Visitors read this.
    SEARCHER = "searcher", _("First name of the person who searches")
    # Visitors read this.
    SEARCHER_NAMES = "searcher_names", _("All names of the person who searches")
    # Visitors read this.
    STORY = "story", _("The story in the person’s own words (sealed)")
    # Visitors read this.
    MORE = "more", _("What else may help to find the person (sealed)")
    # Visitors read this.
    LEADS = "leads", _("What was learned about where the person may be (sealed)")


# Sealed to both societies' boxes by who sends, and never under the key of the transfer.
BOXED = (Part.STORY, Part.MORE, Part.LEADS)
USUAL = (
    Part.NAMES,
    Part.PARENTS,
    Part.BIRTH,
    Part.PLACES,
    Part.LANGUAGES,
    Part.NEWS,
    Part.REASON,
    Part.SEARCHER,
)


class WhyNot(models.TextChoices):
    """Why a society does not take it on. A code: the card is gone when this is read."""

    NOT_OURS = "not_ours", _("Another society is nearer to the place")
    TOO_LITTLE = "too_little", _("Too little is known to search")
    NO_WAY = "no_way", _("Nobody of ours can go there now")
    NOT_SAFE = "not_safe", _("A search there would put somebody in danger")
    FULL = "full", _("We cannot do it in time")


class WhyBack(models.TextChoices):
    """Why we take back what was sent. The other society reads none of them, and none says that
    somebody was found or is in danger."""

    WITHDRAWN = "withdrawn", _("The person who searches does not want it any more")
    NOT_NEEDED = "not_needed", _("Searching there is not needed any more")
    MISTAKE = "mistake", _("It was sent by mistake, or something in it was wrong")
    SILENT = "silent", _("Nobody answers there")
    STOPPED = "stopped", _("The search there may not go on")


class Result(models.TextChoices):
    """What came of it. Where the person is never travels with it. Who wants nothing said, and who
    was not found, are one answer; with LOCATED goes what the person chose, with DEAD how sure it
    is."""

    LOCATED = "located", _("The person was found")
    NOT_FOUND = "not_found", _("There is nothing that we may pass on")
    DEAD = "dead", _("We were told that the person is dead")
    CANNOT = "cannot", _("We cannot search any further")


class Text(models.TextChoices):
    """Words of a transfer that lie in boxes."""

    STORY = "story", _("The story in the person’s own words")
    MORE = "more", _("What else may help to find the person")
    LEADS = "leads", _("What was learned about where the person may be")
    COPY = "copy", _("What was sent of who is sought")
    GROUND = "ground", _("What the child said")
    MESSAGE = "message", pgettext_lazy("between two societies", "Question or answer")
    RESULT = "result", _("What is said with the result")
    NOTE = "note", _("What we tried")


class Age(models.TextChoices):
    """The age of the person sought on the card, no nearer than this."""

    CHILD = "child", _("Under 18")
    ADULT = "adult", _("18 to 59")
    OLD = "old", _("60 and older")
    UNKNOWN = "unknown", pgettext_lazy("age", "Not known")


@dataclass(frozen=True)
class Arrow:
    """One step: what the audit says, by which right, and between which reasons somebody chooses.

    theirs: the society that was asked takes it. itself: the reason that lies in the step, where
    nobody chooses one. right: None where the clock takes it.
    """

    deed: Deed
    reasons: type[models.TextChoices] | None = None
    itself: Promise | str = ""
    theirs: bool = False
    right: Right | None = Right.CHANGE_CASES


_NOT_THEIRS = Arrow(Deed.DECLINED_TRANSFER, WhyNot, theirs=True)
_BACK = Arrow(Deed.RECALLED_TRANSFER, WhyBack)
_OVER = Arrow(Deed.EXPIRED, itself=_("Its last day went by"), right=None)
ARROWS: dict[tuple[Stand, Stand], Arrow] = {
    (Stand.DRAFTED, Stand.CHECKED): Arrow(
        Deed.CHECKED_TRANSFER,
        itself=_("The ground for telling another society is written down for both"),
    ),
    (Stand.CHECKED, Stand.SENT): Arrow(
        Deed.SENT_TRANSFER, itself=_("A member looked once more at all that is sent")
    ),
    (Stand.SENT, Stand.ACCEPTED): Arrow(
        Deed.ACCEPTED_TRANSFER, itself=_("The society that was asked can search"), theirs=True
    ),
    (Stand.SENT, Stand.DECLINED): _NOT_THEIRS,
    (Stand.ACCEPTED, Stand.DECLINED): _NOT_THEIRS,
    # Sealed with the words: no plain column says that somebody was found.
    (Stand.ACCEPTED, Stand.RETURNED): Arrow(Deed.RETURNED_RESULT, Result, theirs=True),
    **{(stand, Stand.RECALLED): _BACK for stand in OUT},
    (Stand.SENT, Stand.EXPIRED): _OVER,
    (Stand.ACCEPTED, Stand.EXPIRED): _OVER,
    (Stand.RETURNED, Stand.DELETED): Arrow(
        Deed.EXPIRED, itself=_("The time for the copy after the result is over"), right=None
    ),
}
