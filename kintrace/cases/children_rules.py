"""What a step of a child waits for beside right and reason: read in the open box of the team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.children_states import ChildState
from kintrace.cases.children_told import Assent, Extent
from kintrace.cases.children_words import Advice, Conclusion
from kintrace.people.scripts import tidy

if TYPE_CHECKING:
    from datetime import datetime

    from kintrace.cases.models import Child, ChildClaim, ChildNote

TALKS = 2
WITHHELD = 4  # rows of the page


@dataclass(frozen=True, repr=False)
class Withheld:
    """From whom what is kept. `who` and `relation` may be empty, not both."""

    who: str
    relation: str
    extent: str
    what: str

    def is_about(self, name: str, relation: str) -> bool:
        same = bool(self.who) and _same(self.who, name)
        return same or (bool(self.relation) and self.relation == relation)


def _same(one: str, other: str) -> bool:
    return tidy(one).casefold() == tidy(other).casefold()


def withheld(child: Child) -> list[Withheld]:
    said = lookups.answers_of(child, "withhold")
    rows = [
        Withheld(*(_one(said, f"{name}_{n}") for name in ("who", "relation", "extent", "what")))
        for n in range(1, WITHHELD + 1)
    ]
    return [row for row in rows if row.who or row.relation]


def _one(answers: dict[str, list[str]], name: str) -> str:
    return next(iter(answers.get(name, [])), "")


def newest_note(child: Child) -> ChildNote | None:
    return child.notes.order_by("at", "pk").last()


def accepted(child: Child) -> ChildClaim | None:
    """The newest judged claim, where it was found to be the family."""
    claim = child.claims.exclude(judged_at=None).order_by("judged_at").last()
    judged: dict[str, Any] = (claim.judged if claim else None) or {}
    return claim if judged.get("advice") == Advice.VERIFIED else None


def missing(child: Child, to: ChildState) -> list[str]:
    """What is not there yet, in sentences; nothing where the step may be taken."""
    if to == ChildState.TRACING:
        return _before_tracing(child)
    return _before_home(child) if to == ChildState.REUNIFIED else []


def _before_tracing(child: Child) -> list[str]:
    asked = lookups.page_of(child, "safety")
    wants = _one(lookups.answers_of(child, "assent"), "assent") == Assent.YES
    lacks = {
        _("The child has to say that we may search. Ask on the page about it."): not wants,
        _("The questions about safety are not answered yet."): asked is None,
        _("Two members of the team each speak with the child alone."): child.talks.count() < TALKS,
        _("A child-protection officer writes down that searching is good for the child."): (
            not _says(child, Conclusion.TRACE, since=asked.at if asked else None)
        ),
    }
    return [sentence for sentence, is_so in lacks.items() if is_so]


def _before_home(child: Child) -> list[str]:
    claim = accepted(child)
    since = claim.judged_at if claim else None
    lacks = {
        _("Nobody was found to be the family yet."): claim is None,
        _("A child-protection officer writes down that living there is good for the child."): (
            not _says(child, Conclusion.REUNITE, since=since)
        ),
        _("This person must not learn of the child. Look at who must not learn what."): (
            claim is not None and is_kept_from(child, claim)
        ),
    }
    return [sentence for sentence, is_so in lacks.items() if is_so]


def is_kept_from(child: Child, claim: ChildClaim) -> bool:
    """Whether the child must not be known to this person at all. A relation counts for everybody
    of it: better a stop too many, which the team looks at, than one who is told."""
    said: dict[str, str] = claim.claimant
    return any(
        one.extent == Extent.ALL and one.is_about(said["name"], said["relation"])
        for one in withheld(child)
    )


def _says(child: Child, conclusion: Conclusion, *, since: datetime | None) -> bool:
    """Whether the newest note says so, and was written after what it weighs."""
    note = newest_note(child)
    if note is None or (since is not None and note.at < since):
        return False
    told: dict[str, str] = note.told
    return told["conclusion"] == conclusion
