"""Which requests a society accepts: settled by it, shown beside the facts, decided by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from kintrace.cases.circumstances import Reason
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kintrace.people.told import Told

OF_AGE = 18


class NotOurs(TextChoices):
    """Why a request is not accepted. A code is kept and never renamed."""

    INHERITANCE = "inheritance", gettext_lazy("It is about an inheritance or a matter for a court")
    SUPPORT = "support", gettext_lazy("It is about money for a child")
    GENEALOGY = "genealogy", gettext_lazy("It is about a family tree")
    POLICE = "police", gettext_lazy("It is a matter for the police")
    FRIENDS = "friends", gettext_lazy("It is about friends or a school class, not about family")
    THIRD_PARTY = "third_party", gettext_lazy("Somebody asks for another person, who did not ask")
    ELSEWHERE = "elsewhere", gettext_lazy("The person lives where another society helps")
    KINSHIP = "kinship", gettext_lazy("The relationship is none that this society searches for")
    CAUSE = "cause", gettext_lazy("The family was parted for another reason than we search for")
    AGE = "age", gettext_lazy("One of them is younger than this society accepts")


class Where(TextChoices):
    """Where somebody has to be so that a society searches. Kept in what it settled."""

    ANYWHERE = "anywhere", gettext_lazy("It does not matter where they are")
    SEARCHER = "searcher", gettext_lazy("Who searches lives where we work")
    SOUGHT = "sought", gettext_lazy("Somebody sought was last heard of where we work")
    EITHER = "either", gettext_lazy("One of the two")


# What is read or said to the person, in their language.
EXPLAINED = {
    # Visitors read this.
    NotOurs.INHERITANCE: gettext_lazy(
        "We cannot help with an inheritance or a matter for a court. A lawyer or a legal advice "
        "centre can."
    ),
    # Visitors read this.
    NotOurs.SUPPORT: gettext_lazy(
        "We cannot help to get money for a child. The office for young people or a court can."
    ),
    # Visitors read this.
    NotOurs.GENEALOGY: gettext_lazy(
        "We cannot help with a family tree. An archive or a society for family history can."
    ),
    # Visitors read this.
    NotOurs.POLICE: gettext_lazy("We do not do the work of the police, and the police can help."),
    # Visitors read this.
    NotOurs.FRIENDS: gettext_lazy("We search for family. For friends we have no means."),
    # Visitors read this.
    NotOurs.THIRD_PARTY: gettext_lazy(
        "The person whose family it is has to ask us. Please tell them where they find us."
    ),
    # Visitors read this.
    NotOurs.ELSEWHERE: gettext_lazy(
        "Where you live another society helps you. We tell you how to reach it."
    ),
    # Visitors read this.
    NotOurs.KINSHIP: gettext_lazy(
        "We cannot search for this relative. We search for close family."
    ),
    # Visitors read this.
    NotOurs.CAUSE: gettext_lazy(
        "We search for families parted by war, disaster, flight or detention. Your reason is "
        "another."
    ),
    # Visitors read this.
    NotOurs.AGE: gettext_lazy(
        "We can begin this search only for people who are 18 or older. Ask us who helps children."
    ),
}


def first_words(why: NotOurs, *, language: str) -> str:
    """Our own words for a refusal: a draft, until two members of a society approved theirs."""
    with override(language):
        return str(EXPLAINED[why])


@dataclass(frozen=True)
class Settled:
    """What a society accepts."""

    relations: frozenset[str]
    reasons: frozenset[str]
    both_of_age: bool = False
    where: Where = Where.ANYWHERE
    refusals: frozenset[str] = frozenset(NotOurs.values)  # the reasons that this society uses

    def to_json(self) -> dict[str, Any]:
        return {
            "relations": sorted(self.relations),
            "reasons": sorted(self.reasons),
            "both_of_age": self.both_of_age,
            "where": self.where.value,
            "refusals": sorted(self.refusals),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Settled:
        """What was settled before a criterion was known asks nothing of it."""
        return cls(
            frozenset(kept["relations"]),
            frozenset(kept["reasons"]),
            kept["both_of_age"],
            Where(kept.get("where", Where.ANYWHERE)),
            frozenset(kept.get("refusals", NotOurs.values)),
        )


# Wide: any relative, and every reason on the form. A society makes it narrower.
USUAL = Settled(frozenset(Relation.values), frozenset(Reason.values))


@dataclass(frozen=True)
class Request:
    """What a request says of it. Countries are two letters; `sought_in` has "" for each person of
    whom no country was told. we_work_in: the society's own, and those of its desks."""

    relations: Sequence[str]
    reason: str
    people: Sequence[Told]
    lives_in: frozenset[str]
    sought_in: Sequence[str]
    we_work_in: frozenset[str]


@dataclass(frozen=True)
class Fact:
    """One criterion beside what the request says. `met` is None where the request says nothing."""

    criterion: NotOurs
    says: str
    met: bool | None


def facts(settled: Settled, request: Request, *, today: date) -> list[Fact]:
    """The criteria that can be read from a request."""
    met = all(one in settled.relations for one in request.relations)
    found = [
        Fact(NotOurs.KINSHIP, _("We search for this relative."), met),
        Fact(NotOurs.CAUSE, _("We search for this reason."), request.reason in settled.reasons),
    ]
    if settled.both_of_age:
        of_age = _of_age(request.people, today)
        found.append(Fact(NotOurs.AGE, _("Everybody is 18 or older."), of_age))
    if settled.where != Where.ANYWHERE:
        found.append(Fact(NotOurs.ELSEWHERE, _placed(settled.where), _here(settled.where, request)))
    return found


def _placed(where: Where) -> str:
    if where == Where.SEARCHER:
        return _("Who searches lives where we work.")
    if where == Where.SOUGHT:
        return _("Somebody sought was last heard of where we work.")
    return _("Who searches lives where we work, or somebody sought was last heard of there.")


def _here(where: Where, request: Request) -> bool | None:
    """One country of those that count is enough; unknown while one of them was not told."""
    lives = [*request.lives_in] or [""]
    counted = {Where.SEARCHER: lives, Where.SOUGHT: request.sought_in}
    told = set(counted.get(where, [*lives, *request.sought_in]))
    return True if told & request.we_work_in else None if "" in told else False


def _of_age(people: Iterable[Told], today: date) -> bool | None:
    """No, when somebody is surely younger; unknown while a birth leaves it open or is not told."""
    births = [told.birth for told in people]
    if any(birth is not None and birth.oldest(today) < OF_AGE for birth in births):
        return False
    if any(birth is None or birth.youngest(today) < OF_AGE for birth in births):
        return None
    return True
