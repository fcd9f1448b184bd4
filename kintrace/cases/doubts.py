"""What in a request looks like a mistake and need not be one: said once, and a person decides."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.people.likely import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.actions.opening import Opening
    from kintrace.people.told import Told


def doubts(opening: Opening) -> list[str]:
    """Sentences that say what to do. They name nobody: they stand in refusals, too."""
    sought = [missed.told for missed in opening.sought]
    found = [*_of_namesakes(opening.searcher, sought)]
    for number, missed in enumerate(opening.sought, start=1):
        if _is_heard_before_birth(missed.told, missed.last_news):
            words = _(
                "The last news of person %(number)s is older than their birth. Look at both pages "
                "again, and at the calendar on each: one of the two dates may be in another."
            )
            found.append(words % {"number": number})
    return found


def _of_namesakes(searcher: Told, sought: list[Told]) -> Iterable[str]:
    for number, told in enumerate(sought, start=1):
        if _may_be_one(searcher, told):
            words = _(
                "Person %(number)s has the name of the one who searches, and no birth that tells "
                "them apart. Nobody searches for themselves: look whether a name stands on the "
                "wrong page, or ask for a birth or an age."
            )
            yield words % {"number": number}
    for (one, told), (other, beside) in itertools.combinations(enumerate(sought, start=1), 2):
        if _may_be_one(told, beside):
            words = _(
                "Persons %(one)s and %(other)s have the same name, and no birth that tells them "
                "apart. If they are one person, take one of them off the request; if not, ask for "
                "a birth or an age."
            )
            yield words % {"one": one, "other": other}


def _may_be_one(one: Told, other: Told) -> bool:
    """Namesakes are usual in a family; only two births tell them apart."""
    return bool(_full_names(one) & _full_names(other)) and not (one.births and other.births)


def _full_names(told: Told) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded(part.text) for part in name) for name in told.names if name)


def _is_heard_before_birth(told: Told, news: dict[str, Any]) -> bool:
    if told.birth is None or not news.get("window"):
        return False
    return date.fromisoformat(news["window"][1]) < told.birth.start
