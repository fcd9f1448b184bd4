"""What people tell, all of it planted: the answers to every form of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.operations.steal.needles import Kind
from kintrace.protection.risk import QUESTIONS, Answer

if TYPE_CHECKING:
    from kintrace.operations.steal.needles import Planted

Answers = dict[str, list[str]]
PARTS = ("given", "father", "grandfather", "family", "nickname")
PERSONAL, BOX = Kind.PERSONAL, Kind.BOX


@dataclass
class Told:
    """What only the visitor knows afterwards."""

    code: str
    word: str


def word(planted: Planted) -> str:
    """A word that a visitor chooses, in either script."""
    return planted.own_script(Kind.CODES) + planted.word(Kind.CODES)


def names(planted: Planted) -> Answers:
    """Every part of a name, in two scripts."""
    latin = {part: [planted.word(PERSONAL)] for part in PARTS}
    return latin | {f"{part}_original": [planted.own_script(PERSONAL)] for part in PARTS}


def birth(planted: Planted, year: str) -> Answers:
    return {
        "said": [planted.sentence(PERSONAL, 2)],
        "year": [year],
        "calendar": ["gregorian"],
        "precision": ["year"],
    }


def searcher(planted: Planted) -> Answers:
    told = names(planted) | birth(planted, "1984")
    place = {"place": [planted.sentence(PERSONAL, 2)], "country": [""]}
    return told | place | {"sex": ["female"], "languages": ["ar"]}


def sought(planted: Planted) -> Answers:
    told = names(planted) | birth(planted, "1991")
    place = {"place": [planted.sentence(PERSONAL, 2)], "country": [""]}
    return told | place | {"sex": ["male"], "relation": ["brother"]}


def ways(planted: Planted) -> Answers:
    """How the enquirer is reached: for the box."""
    return {
        "phone": [planted.number(BOX)],
        "email": [planted.mailbox(BOX)],
        "app": [planted.word(BOX)],
        "through": [planted.sentence(BOX, 3)],
        "times": [planted.sentence(BOX, 2)],
    }


def quiet(planted: Planted) -> Answers:
    """Who must not learn of it."""
    persons = f"{planted.word(PERSONAL)}\n{planted.own_script(PERSONAL)}"
    return {"fears": ["yes"], "country": [""], "persons": [persons]}


def news(planted: Planted) -> Answers:
    return {
        "reason": ["sea"],
        "said": [planted.sentence(PERSONAL, 2)],
        "year": ["2019"],
        "calendar": ["gregorian"],
        "place": [planted.sentence(PERSONAL, 2)],
        "country": [""],
        "heard": ["phone"],
    }


def story(planted: Planted) -> Answers:
    return {"story": [planted.sentence(BOX, 8)]}


def more(planted: Planted) -> Answers:
    """What else may help to find somebody: for the box."""
    asked = ("mother", "family", "called", "work", "address", "companions", "marks", "vessel")
    return {name: [planted.sentence(BOX, 2)] for name in asked} | {"reached": [planted.number(BOX)]}


def risk(*, concern: str = "") -> Answers:
    """The risk questions: no to all, or a concern at one of them."""
    no, yes = Answer.NO.value, Answer.YES.value
    return {one.code: [yes if one.code == concern else no] for one in QUESTIONS}


STEPS = {
    "searcher": searcher,
    "ways": ways,
    "quiet": quiet,
    "sought": sought,
    "news": news,
    "more": more,
    "sought-2": sought,
    "news-2": news,
    "more-2": more,
    "story": story,
}


def message(planted: Planted) -> dict[str, str | list[str]]:
    """A visitor's message, in the fields of its form, without the word."""
    return {
        "writer": "sought",
        "name": planted.sentence(BOX, 2),
        "phone": planted.number(BOX),
        "email": planted.mailbox(BOX),
        "app": planted.sentence(BOX, 2),
        "through": planted.sentence(BOX, 2),
        "come_back": "on",
        "safe": ["day"],
        "country": planted.word(BOX),
        "language": planted.own_script(BOX),
        "text": planted.sentence(BOX, 6),
    }


def demand(planted: Planted) -> dict[str, str | list[str]]:
    """A report that money was asked for."""
    return {
        "text": planted.sentence(BOX, 5),
        "who": planted.sentence(BOX, 2),
        "how_much": planted.word(BOX),
        "phone": planted.number(BOX),
        "come_back": "on",
    }


def lead(planted: Planted) -> dict[str, str]:
    """What was learned from a message."""
    told = {name: planted.sentence(BOX, 3) for name in ("what", "where", "when", "whom")}
    return {**told, "sure": "saw"}


def event(planted: Planted) -> dict[str, str]:
    """What happened to many at once."""
    names = ("called", "said", "place", "left_from", "left_when", "looks")
    told = {name: planted.sentence(PERSONAL, 3) for name in names}
    when = {"calendar": "gregorian", "year": "2019", "month": "", "day": "", "country": ""}
    return told | when | {"kind": "shipwreck", "year_to": "", "month_to": "", "day_to": ""}


def account(planted: Planted) -> dict[str, str]:
    """What somebody tells who was there."""
    words = {name: planted.sentence(BOX, 4) for name in ("said", "called", "ways")}
    return words | {"channel": "phone", "reference": ""}
