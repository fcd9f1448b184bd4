"""What in a request looks like a mistake and need not be one: said once, and a person decides."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.people.likely import may_be_one
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kintrace.cases.actions.opening import Opening
    from kintrace.people.told import Told


class NotSure(Refusal):
    """Something looks like a mistake, and nobody said yet that it is right. doubts: all of it."""

    def __init__(self, found: Sequence[str]) -> None:
        super().__init__(found[0])
        self.doubts = found


def require_sure(found: Sequence[str], *, sure: bool) -> None:
    """Somebody looked at what looks like a mistake, if anything does. Raises NotSure."""
    if found and not sure:
        raise NotSure(found)


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


def of_searcher(told: Told, *, sought: list[Told]) -> list[str]:
    """In a case that goes on: who searches, told anew beside all who are sought."""
    if not any(may_be_one(told, one) for one in sought):
        return []
    return [
        _(
            "Somebody sought in this case has the name of the one who searches, and no birth that "
            "tells them apart. Nobody searches for themselves: look whether a name stands on the "
            "wrong page, or ask for a birth or an age."
        )
    ]


def of_sought(
    told: Told, *, news: dict[str, Any] | None, searcher: Told, others: list[Told]
) -> list[str]:
    """In a case that goes on: one person sought, new there or told anew, beside all the others."""
    found = of_searcher(searcher, sought=[told])
    if any(may_be_one(told, one) for one in others):
        words = _(
            "Two persons sought in this case have the same name, and no birth that tells them "
            "apart. Look whether they are one person; if not, ask for a birth or an age."
        )
        found.append(words)
    return [*found, *of_news(told, news=news)]


def of_news(told: Told, *, news: dict[str, Any] | None) -> list[str]:
    """In a case that goes on: the last news of one person sought, beside their birth."""
    if not _is_heard_before_birth(told, news):
        return []
    return [
        _(
            "The last news is older than the birth. Look at both again, and at the calendar of "
            "each: one of the two dates may be in another."
        )
    ]


def _of_namesakes(searcher: Told, sought: list[Told]) -> Iterable[str]:
    for number, told in enumerate(sought, start=1):
        if may_be_one(searcher, told):
            words = _(
                "Person %(number)s has the name of the one who searches, and no birth that tells "
                "them apart. Nobody searches for themselves: look whether a name stands on the "
                "wrong page, or ask for a birth or an age."
            )
            yield words % {"number": number}
    for (one, told), (other, beside) in itertools.combinations(enumerate(sought, start=1), 2):
        if may_be_one(told, beside):
            words = _(
                "Persons %(one)s and %(other)s have the same name, and no birth that tells them "
                "apart. If they are one person, take one of them off the request; if not, ask for "
                "a birth or an age."
            )
            yield words % {"one": one, "other": other}


def _is_heard_before_birth(told: Told, news: dict[str, Any] | None) -> bool:
    if told.birth is None or not news or not news.get("window"):
        return False
    return date.fromisoformat(news["window"][1]) < told.birth.start
