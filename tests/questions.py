"""What no form of the house asks, in the words in which it might be asked, and what may sound so.

Legal status, papers, nationality, religion or people, and the way somebody means to go: a list of
these is what a state, a trafficker or a thief would look for, and none of them finds a family.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.forms import BaseForm, ChoiceField

from kintrace.cases.marks import WORDS as MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beginnings of words in small letters; "=" stands before a whole word, "~" before a pattern.
NEVER_ASKED = {
    "legal status": "legal asylum refugee immigra migrant undocumented deport status =visa =visas "
    "=permit =permits =residence =resident",
    "papers": "=paper =papers passport document identity identification certificate licence "
    "license tazkira fingerprint biometric =dna =id =ids",
    "nationality": "nationality nationalities citizen stateless",
    "religion or people": "religio church mosque ethnic caste =faith =sect =clan =clans =tribe "
    "=tribal =race",
    "the way somebody goes": "itinerar destination travel smuggl journey =route =routes "
    "~(on|along).your.way ~on.the.way ~come.through ~comes.next ~which.countr ~cross(ed|ing)? "
    "~(want|plan|mean|going|hope)s?.to.go ~where.*going",
}


def _pattern(words: str) -> re.Pattern[str]:
    alternatives = [
        one[1:] if one[0] == "~" else rf"{one[1:]}\b" if one[0] == "=" else one
        for one in words.split()
    ]
    return re.compile(rf"\b({'|'.join(alternatives)})")


_PATTERNS = {topic: _pattern(words) for topic, words in NEVER_ASKED.items()}
# Whole sentences that sound so, and why they may stand.
MAY_BE_ASKED = {
    "Does somebody else keep your phone, your papers or your money?": (
        "It asks whether somebody is coerced (domain: who holds phone and documents); no paper is "
        "asked for, and the answer is yes, no or not sure, sealed to the protection box."
    ),
    "Help with documents": (
        "What somebody is shown the way to, as a word on a slip; no paper is asked for or named."
    ),
    "They may only write to me through you, by Red Cross Message.": (
        "What a found person may choose on the card: the name of a service, and no border."
    ),
    "Family or clan name": (
        "◆ A part of the name by which people of some regions are found (it helps in Somalia); "
        "it may stay empty, it is sealed, and no field asks to which people somebody belongs."
    ),
    "Family or clan name, in its own script": "The same part of the name, as it is written.",
    "On the way, at sea": (
        "Why the family was parted, which lies behind them: five plain reasons and no place."
    ),
    "On the way, at a border": "The same.",
    "On the way, elsewhere": "The same.",
    "Certificate": (
        "What a file is that lies with a case, sealed, and is asked of nobody; none that says who "
        "somebody is (decision 043)."
    ),
    "By letter or paper": "How the last news came; no paper is asked for or kept.",
    "Border guard or immigration office": "Which authority asked us; it is about nobody.",
    "Of which country?": "Of which country the authority is.",
    (
        "For example by what only they can know. Do not ask for papers. Sealed: only the "
        "protection team can read it."
    ): "The hint of `identity`, which says to ask none.",
    "Passport": (
        "What an office asks a family for that comes together: only that it is there and until "
        "when, sealed, after both want it. No number, no picture of it (decision 039)."
    ),
    "Legal obligation": "A ground in law for what a society does; it says nothing of the person.",
    "Travel": "What a society spent money on in a month; it is about nobody.",
    "Which countries?": (
        "A visitor chooses whose desks to print: it is kept nowhere and stands in no address "
        "(wall/tests/test_places.py). And it follows “who must not learn of this search?”: what is "
        "feared, sealed; no country that the person comes from or goes to is asked there."
    ),
    "Which Red Cross or Red Crescent Societies?": (
        "It follows “who must not learn of this search?”: the name of a service, and no border."
    ),
    "Which country comes next?": "The same page, one step on.",
    "Which journeys and which separations it is for": (
        "A region of posters is described in words by the network's office; it is about nobody."
    ),
}


# Names of fields that sound so, and why; their words are read all the same.
MAY_BE_NAMED = {
    "identity": "A member notes how somebody was known who asks for a copy of what is kept.",
}


def _unmarked(words: str) -> str:
    """A label without what says how much an answer is needed."""
    for sign, said in MARKS.items():
        words = words.strip().removeprefix(sign).removesuffix(str(said))
    return words.strip()


@dataclass(frozen=True)
class Asked:
    """One thing that somebody is asked: where, under which name of a field, in which words."""

    where: str
    name: str
    words: str

    def topics(self) -> list[str]:
        """What this asks that is never asked; nothing for what may sound so."""
        if _unmarked(self.words) in MAY_BE_ASKED:
            return []
        name = "" if self.name in MAY_BE_NAMED else self.name.replace("_", " ")
        said = f"{name} | {self.words}".lower()
        return [topic for topic, pattern in _PATTERNS.items() if pattern.search(said)]

    def __str__(self) -> str:
        return f"{self.where}: {self.name or 'a label'}: “{self.words}” asks {self.topics()}"


def asked_by(form: type[BaseForm], fields: dict[str, object]) -> Iterator[Asked]:
    """Names, labels, hints and choices of a form."""
    where = f"{form.__module__}.{form.__qualname__}"
    for name, one in fields.items():
        for words in (getattr(one, "label", ""), getattr(one, "help_text", "")):
            yield Asked(where, name, str(words or ""))
        if isinstance(one, ChoiceField):
            yield from (Asked(where, name, words) for words in _offered(one))


def _offered(field: ChoiceField) -> Iterator[str]:
    """The words of each choice, those in groups with the names of their groups."""
    choices: Any = field.choices
    for value, words in choices:
        grouped = words if isinstance(words, list | tuple) else []
        yield str(value) if grouped else str(words)
        yield from (str(inner) for _value, inner in grouped)


@dataclass
class OnPage(HTMLParser):
    """What a page asks: names of inputs, and the words of labels, legends, hints and options."""

    where: str = ""
    found: list[Asked] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said = ""

    @classmethod
    def of(cls, where: str, page: str) -> list[Asked]:
        reading = cls(where)
        reading.feed(page)
        return reading.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in {"input", "select", "textarea", "button"}:
            words = said.get("placeholder") or said.get("aria-label") or ""
            self.found.append(Asked(self.where, said.get("name") or "", words))
        if tag in {"label", "legend", "option"} or said.get("class") == "hint":
            self.open.append(tag)
            self.said = ""

    def handle_data(self, data: str) -> None:
        self.said += data if self.open else ""

    def handle_endtag(self, tag: str) -> None:
        if self.open and tag == self.open[-1]:
            self.open.pop()
            self.found.append(Asked(self.where, "", " ".join(self.said.split())))
            self.said = ""
