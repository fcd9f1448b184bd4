"""What each intruder may come to at most, and how late somebody hears of it.

`attacked` (conftest.py) holds every attack to its line here and notes it for bench/SECURITY.md.
An attack that gets more, or is noticed later, fails; so does `make attack` when a line was not
tried. docs/threats.md says the same in words: who changes a line changes it there, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Promise:
    """most: how many of `what` the intruder gets; noticed: how long after the first step somebody
    is told at the latest. None: nobody is, and `why` says so."""

    most: int
    what: str
    noticed: timedelta | None
    why: str = ""


_NOTHING_TO_NOTICE = "who has a copy leaves no trace in what was copied"
_REFUSED = "each try is refused where it is made, and rings nowhere by itself"

PROMISES: dict[str, Promise] = {
    "a stolen staff session, without the box cookie": Promise(
        80, "records of one society opened", 40 * MINUTE
    ),
    "a stolen staff session, with the box cookie": Promise(
        80, "records of one society opened", 40 * MINUTE
    ),
    "what a stolen session without the box cookie reads of a box": Promise(
        0, "planted words of a box", None, "nothing was read, so nothing is told"
    ),
    "a stolen public process": Promise(0, "tables beyond what is public", None, _REFUSED),
    "a stolen matching worker": Promise(
        0, "cards of people who did not agree to be compared", None, _REFUSED
    ),
    "a stolen staff server whose members are signed out": Promise(
        0, "planted words of a box in its memory and on its disk", None, _NOTHING_TO_NOTICE
    ),
    "a reader of the database, its disk, logs and backups": Promise(
        0, "planted strings", None, _NOTHING_TO_NOTICE
    ),
    "an administrator of the database who edits the audit": Promise(
        0, "changes that nobody is told of", 15 * MINUTE
    ),
    "the same, who has the root key and works the whole chain out anew": Promise(
        0,
        "changes that the signed heads do not tell of",
        None,
        "the patrol compares every day, verify_audit when somebody asks",
    ),
    "a curious employee, who opens an invented case": Promise(1, "invented cases", 5 * MINUTE),
    "a curious employee, five records a day and nothing else": Promise(
        250, "records in ten weeks", None, "five a day in the hours of work look like work"
    ),
    "a slow reader, eight records a day on an account that nobody uses": Promise(
        130, "records", 22 * DAY
    ),
    "a slow reader, ten a day beside the owner's work": Promise(50, "records", 7 * DAY),
    "a hostile society, on every page with what belongs to another": Promise(
        0, "pages that show it or say that it is there", None, _REFUSED
    ),
    "a hostile society, with invented cards": Promise(
        5, "pairs of one of its cards with one other society", None, "both societies see each pair"
    ),
    "a trafficker who writes as a brother": Promise(
        0, "words about the person, or where they are", timedelta(0)
    ),
    "a scraper with one address": Promise(300, "faces in an hour", None, "the next page waits"),
    "a scraper that works for passes": Promise(1500, "faces in an hour", None, "then it is shut"),
    "a scraper with six addresses": Promise(
        1800, "faces in an hour", None, "many addresses carry off the whole wall"
    ),
    "a flood of fifty bots": Promise(
        1000, "ms that a person's post takes, p95", None, "the figures of the house show it"
    ),
}
