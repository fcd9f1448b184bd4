"""An access copy: all that is kept of a person and what was done with it, in their language.

Other people's data never stand in it: what folders mark as another's carries no value, and every
line in which a name of somebody else occurs is covered whole. Nothing of a copy is stored but what
a caseworker added from the inbox, sealed to the protection box until the request is answered.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from kintrace.audit.lookups import all_about
from kintrace.protection import holders, lookups, risk
from kintrace.protection.deeds_told import TOLD
from kintrace.protection.holders import Cover, Line
from kintrace.protection.lookups import rights
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from kintrace.protection.models import RightsRequest, RiskAnswers

_SENTENCES = re.compile(r"(?<=[.!?؟።])\s+|\n+")
_WORDS = re.compile(r"\w+")
LONG_NAME = 3  # letters from which a name is found inside a longer word, too: “ولسلام”


@dataclass(frozen=True, repr=False)
class Part:
    """One part of a copy, under its heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, repr=False)
class Copy:
    """A whole copy in one language, other people's names covered."""

    language: str
    parts: tuple[Part, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part.lines]

    @property
    def digest(self) -> str:
        """Tells whether it is still the copy that somebody read."""
        said = repr([(line.name, line.value, line.cover.value) for line in self.lines])
        return sha256(said.encode()).hexdigest()[:32]


def language_of(subject: UUID) -> str:
    """The language in which the person was informed; English where we cannot write it whole."""
    given = lookups.notice_given(subject)
    language = given.text.language if given else settings.LANGUAGE_CODE
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def from_the_inbox(subject: UUID) -> list[list[str]]:
    """What lies in the inbox box, as it is sealed anew for the DPO. Raises BoxIsShut."""
    with override(language_of(subject)):
        lines = _without_others(holders.boxed(subject), holders.others(subject))
        return [[line.name, line.value, line.cover.value] for line in lines]


def whole(request: RightsRequest) -> Copy:
    """The copy as it is now. Raises BoxIsShut without the protection box."""
    subject, language = request.subject, language_of(request.subject)
    names = holders.others(subject)
    with override(language):
        parts = {
            _("What we keep"): _kept(subject),
            _("What you told us in confidence"): _added(request),
            _("What you said about your safety"): _about_safety(subject),
            _("What you were told, and what we may do"): _may_be_done(subject),
            _("What was done with it"): _was_done(subject),
        }
        return Copy(
            language,
            tuple(
                Part(heading, tuple(_without_others(lines, names)))
                for heading, lines in parts.items()
            ),
        )


def naming(copy: Copy, names: Iterable[str]) -> set[int]:
    """The places of lines that say one of these names."""
    words = frozenset(word for name in names for word in _words(name))
    return {place for place, line in enumerate(copy.lines) if _names(line.value, words)}


def _kept(subject: UUID) -> list[Line]:
    above = (holder for holder in holders.every() if holder.kind != "protection")
    return [line for holder in above for line in holder.copy(subject)]


def _may_be_done(subject: UUID) -> list[Line]:
    own = (holder for holder in holders.every() if holder.kind == "protection")
    return [line for holder in own for line in holder.copy(subject)]


def _added(request: RightsRequest) -> list[Line]:
    rows = rights.boxed_lines(request)
    return [Line(name, value, Cover(cover)) for name, value, cover in rows]


def _about_safety(subject: UUID) -> list[Line]:
    """What the person answered. Dangerous in a wrong hand, so it starts covered."""
    asked, recognised = lookups.risk_answers(subject), lookups.who_recognises(subject)
    return [*(_answers(asked) if asked else ()), *(_who(recognised) if recognised else ())]


def _answers(asked: RiskAnswers) -> Iterator[Line]:
    said = asked.answers
    for question in risk.QUESTIONS:
        if question.code not in said["answers"]:  # a child's team has them in its own box
            continue
        answer = str(risk.Answer(said["answers"][question.code]).label)
        yield Line(str(question.words), answer, Cover.CAUTION)
    if said["note"].strip():
        yield Line(_("A note about your safety"), said["note"], Cover.CAUTION)


def _who(recognised: RiskAnswers) -> Iterator[Line]:
    said = recognised.answers
    yield Line(str(risk.WHO_RECOGNISES), said["who"], Cover.CAUTION)
    yield Line(str(risk.IS_IT_A_DANGER), str(risk.Answer(said["danger"]).label), Cover.CAUTION)


def _was_done(subject: UUID) -> list[Line]:
    """Each deed that may be told, once a day."""
    entries = all_about(reader_in_force().society, holders.records(subject))
    told = ((date_format(one.at, "DATE_FORMAT"), TOLD.get(one.deed)) for one in entries)
    return [Line(*row) for row in dict.fromkeys((day, str(said)) for day, said in told if said)]


def _without_others(lines: Iterable[Line], names: Iterable[str]) -> list[Line]:
    """Sentence by sentence: one that names somebody else keeps its place and loses its words."""
    words = frozenset(word for name in names for word in _words(name))
    found = dict.fromkeys(
        (line.name, piece, Cover.OTHER if _names(piece, words) else line.cover)
        for line in lines
        for piece in _pieces(line)
    )
    return [
        Line(name, "" if cover is Cover.OTHER else piece, cover) for name, piece, cover in found
    ]


def _pieces(line: Line) -> list[str]:
    pieces = [piece.strip() for piece in _SENTENCES.split(line.value)]
    return [piece for piece in pieces if piece] or [""] * (line.cover is Cover.OTHER)


def _names(text: str, words: frozenset[str]) -> bool:
    return any(
        said == word or (len(word) >= LONG_NAME and word in said)
        for said in _words(text)
        for word in words
    )


def _words(text: str) -> list[str]:
    """The words of a text, so that one spelling with marks and one without are the same."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _WORDS.findall(bare)
