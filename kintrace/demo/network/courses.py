"""How a request to search goes in the demo, and who acts in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kintrace.demo.network.states import actor

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.demo.network.searches import Search
    from kintrace.network.access import Role
    from kintrace.network.models import Member


class Course(Enum):
    """How a request stands when the demo is whole."""

    SUBMITTED = "handed in by a volunteer"
    ACCEPTED = "accepted, and nobody took it up"
    REFUSED = "not accepted; somebody explains it next"
    EXPLAINED = "not accepted and explained; waits for the second look"
    UPHELD = "not accepted; a second member agreed"
    OVERTURNED = "not accepted at first; a second member put it back, and it was taken up"
    OPEN = "taken up"
    TRACING = "being searched for"
    LEAD = "a lead is followed"
    LED_NOWHERE = "searched for again, for the lead led nowhere"
    SUSPENDED = "rests"
    RESUMED = "rested, and goes on"
    ANSWERED = "the family heard that there is nothing to pass on"
    DEATH_TOLD = "the family heard of a death, in person"
    OTHER_NEWS = "answered, and searched for again for a new fact"
    REOPENED = "was closed; a new fact opened it, and it is due"
    ASKED_TO_STOP = "the person took the search back; somebody closes it next"
    SELF_SOLVED = "closed: they found each other"
    WITHDRAWN = "closed: the person asked us to stop"
    DUPLICATE = "closed: the same as another case"
    NOT_OURS = "closed: another service helps"
    PASSED_ON = "closed: another society goes on"
    TOLD_ALL = "closed: the family was told what may be told"
    IN_TOUCH = "closed: the family is in touch again"
    INFORMED = "somebody sought was found and informed"
    CHOSE_MESSAGE = "found; a message only"
    CHOSE_ALIVE = "found; alive, and nothing else"
    CHOSE_NOTHING = "found; say nothing, and the family heard the sentence"
    CHOSE_LATER = "found; ask me later"
    TAKEN_BACK = "found; the choice was taken back"
    VERIFIED = "found; it is the family; a second member looks at it next"
    SIGNED = "found; two members agreed; the contact is passed on next"
    RELEASED = "found; the contact was passed on; the family is told next"
    TOLD = "found; the family was told"


@dataclass(frozen=True)
class Play:
    """One request's case and who acts in it."""

    search: Search
    case: Case

    def member(self, role: Role) -> Member:
        return actor(self.search, role)
