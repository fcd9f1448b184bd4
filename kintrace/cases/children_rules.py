"""What a step of a child waits for beside right and reason: read in the open box of the team."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import lookups
from kintrace.cases.children_states import ARROWS, Asks, ChildState
from kintrace.cases.children_told import Assent, Extent
from kintrace.cases.children_words import Advice, Conclusion
from kintrace.cases.plan_words import Outcome
from kintrace.people.likely import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from kintrace.cases.models import Child, ChildClaim, ChildNote

ASSENT, SAFETY, WITHHOLD = "assent", "safety", "withhold"
AFTER = "after"  # a page of its own, for a child that went home
DAYS = 6  # of that page: as many as a society may settle
# Pages after a change of which nobody stands by what they proposed before.
TURNS = frozenset({ASSENT, SAFETY, WITHHOLD})
TALKS = 2
WITHHELD = 8  # rows of the page
MUST_NOT_LEARN = gettext_lazy(
    "This person must not learn of the child. Look at who must not learn what."
)
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, repr=False)
class Withheld:
    """From whom what is kept. `who` and `relation` may be empty, not both."""

    who: str
    relation: str
    extent: str
    what: str

    def is_about(self, name: str, relation: str) -> bool:
        """One word in common is enough, and so is the relation: better a stop too many, which the
        team looks at, than one who is told."""
        same = bool(_words(self.who) & _words(name))
        return same or (bool(self.relation) and self.relation == relation)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(folded(name)))


def asked_at_home(child: Child) -> Iterator[tuple[str, str, str]]:
    """Each day on which a child that went home is asked, as it is kept; what came of it as a code;
    and what was said."""
    said = lookups.answers_of(child, AFTER)
    for number in range(1, DAYS + 1):
        day, came, words = (_one(said, f"{name}_{number}") for name in ("day", "came", "words"))
        if day:
            yield day, came, words


def to_be_asked_at_home(child: Child) -> list[date]:
    """The planned days of which nobody wrote down yet what came of them, also those that are over;
    none where nobody is to be asked any more."""
    rows = list(asked_at_home(child))
    if any(came == Outcome.DECLINED for _day, came, _words in rows):
        return []
    return [date.fromisoformat(day) for day, came, _words in rows if not came]


def withheld(child: Child) -> list[Withheld]:
    said = lookups.answers_of(child, WITHHOLD)
    rows = [
        Withheld(*(_one(said, f"{name}_{n}") for name in ("who", "relation", "extent", "what")))
        for n in range(1, WITHHELD + 1)
    ]
    return [row for row in rows if row.who or row.relation]


def withhold_version(child: Child) -> int:
    """Which version of “who must not learn what” stands; 0 where nobody asked yet."""
    page = lookups.page_of(child, WITHHOLD)
    return page.version if page else 0


def _one(answers: dict[str, list[str]], name: str) -> str:
    return next(iter(answers.get(name, [])), "")


def newest_note(child: Child) -> ChildNote | None:
    return child.notes.order_by("at", "pk").last()


def accepted(child: Child) -> ChildClaim | None:
    """The newest claim that was found to be the family."""
    judged = child.claims.exclude(judged_at=None).order_by("-judged_at")
    return next((one for one in judged if _is_family(one)), None)


def _is_family(claim: ChildClaim) -> bool:
    judged: dict[str, Any] = claim.judged or {}
    return judged.get("advice") == Advice.VERIFIED


def is_asked_apart(claim: ChildClaim) -> bool:
    """Whether both sides were asked; before, nobody reads what one of them said."""
    return claim.claimant_by_id is not None and claim.child_by_id is not None


def missing(child: Child, to: ChildState) -> list[str]:
    """What is not there yet, in sentences; nothing where the step may be taken."""
    arrow = ARROWS.get((ChildState(child.state), to))
    return lacks(child, *(arrow.asks if arrow else ()))


def lacks(child: Child, *asks: Asks) -> list[str]:
    """What is not there yet of all that is asked, in sentences."""
    found = [row for one in asks for row in _LACKS[one](child).items()]
    return [sentence for sentence, is_so in found if is_so]


def is_weighed_anew(child: Child) -> bool:
    """Whether it was written down after all that was told that searching is good for the child."""
    pages = (lookups.page_of(child, key) for key in (SAFETY, WITHHOLD, ASSENT))
    return _says(child, Conclusion.TRACE, since=max(page.at for page in pages if page))


def _assent(child: Child) -> dict[str, bool]:
    wants = _one(lookups.answers_of(child, ASSENT), ASSENT) == Assent.YES
    return {_("The child has to say that we may search. Ask on the page about it."): not wants}


def _tracing(child: Child) -> dict[str, bool]:
    asked = lookups.page_of(child, SAFETY)
    return {
        _("The questions about safety are not answered yet."): asked is None,
        _("Two members of the team each speak with the child alone."): child.talks.count() < TALKS,
        _("A child-protection officer writes down that searching is good for the child."): (
            not _says(child, Conclusion.TRACE, since=asked.at if asked else None)
        ),
    }


def _family(child: Child) -> dict[str, bool]:
    claim = accepted(child)
    return {
        _("Nobody was found to be the family yet."): claim is None,
        str(MUST_NOT_LEARN): claim is not None and is_kept_from(child, claim),
    }


def _home(child: Child) -> dict[str, bool]:
    return {
        _("A child-protection officer writes down that living there is good for the child."): (
            not _says(child, Conclusion.REUNITE, since=_last_turn(child))
        )
    }


_LACKS: dict[Asks, Callable[[Child], dict[str, bool]]] = {
    Asks.ASSENT: _assent,
    Asks.TRACING: _tracing,
    Asks.FAMILY: _family,
    Asks.HOME: _home,
}


def _last_turn(child: Child) -> datetime | None:
    """When something was last told or judged that the way home is weighed against."""
    pages = (lookups.page_of(child, key) for key in (SAFETY, WITHHOLD))
    told = [page.at for page in pages if page]
    judged = child.claims.exclude(judged_at=None).values_list("judged_at", flat=True)
    return max([*told, *filter(None, judged)], default=None)


def is_kept_from(child: Child, claim: ChildClaim) -> bool:
    """Whether the child must not be known to this person at all."""
    said: dict[str, str] = claim.claimant
    return must_not_learn(child, said["name"], said["relation"])


def must_not_learn(child: Child, name: str, relation: str) -> bool:
    """The same of somebody who is sought."""
    return any(one.extent == Extent.ALL and one.is_about(name, relation) for one in withheld(child))


def _says(child: Child, conclusion: Conclusion, *, since: datetime | None) -> bool:
    """Whether the newest note says so, and was written after what it weighs."""
    note = newest_note(child)
    if note is None or (since is not None and note.at < since):
        return False
    told: dict[str, str] = note.told
    return told["conclusion"] == conclusion
