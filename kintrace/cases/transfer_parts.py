"""What is copied for another society, part by part, and how both sides read it.

A copy holds what was told and codes, never a label: each side reads it in its own language. There
is no part for ways to reach somebody, and nothing here can copy one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.circumstances import Heard, Reason
from kintrace.cases.forms import LANGUAGES
from kintrace.cases.steps import MORE, STORY, about
from kintrace.cases.transfers import BOXED, Age, Part, Wish
from kintrace.people.calendars import Calendar, Precision
from kintrace.people.lookups import person_of
from kintrace.people.meant import in_gregorian
from kintrace.people.told import PlaceKind, Role, Sex, Told
from kintrace.ui.countries import countries
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from kintrace.cases.models import Case, Sought, Transfer
    from kintrace.people.told import Birth

Row = tuple[str, str]  # a label and what was told
PARENTS = (Role.FATHER, Role.GRANDFATHER)
OF_AGE, OLD = 18, 60
CHILD = "child"  # who searches, on the card


def card_of(sought: Sought, *, wish: str, region: str) -> dict[str, str]:
    """All that is known before somebody accepts: nothing of it names anybody."""
    told = person_of(sought.subject).told
    return {
        "sex": told.sex,
        "age": _age(told.birth).value,
        "relation": sought.relation or "",
        "wish": wish,
        "region": region,
    }


def _age(birth: Birth | None) -> Age:
    if birth is None:
        return Age.UNKNOWN
    age = birth.youngest(timezone.localdate())
    if age < OF_AGE:
        return Age.CHILD
    return Age.ADULT if age < OLD else Age.OLD


def card_rows(card: dict[str, str]) -> list[Row]:
    """The card for a page."""
    relation = str(Relation(card["relation"]).label) if card["relation"] else "—"
    child = _("A child. Neither its name nor its place is told")
    return [
        *([(_("Who searches"), child)] if card.get("searcher") == CHILD else []),
        (_("What is asked"), str(Wish(card["wish"]).label)),
        (_("Who is sought, to the person who searches"), relation),
        (_("Sex"), str(Sex(card["sex"]).label)),
        (_("Age"), str(Age(card["age"]).label)),
        (_("Where to look"), card["region"]),
    ]


def copied(case: Case, sought: Sought, *, parts: Collection[str]) -> dict[str, Any]:
    """The chosen parts as they are told now; a part of which nothing is known is left out."""
    of_sought, of_searcher = person_of(sought.subject).told, person_of(case.subject).told
    copies: dict[Part, Callable[[], Any]] = {
        Part.NAMES: lambda: _names(of_sought, but=PARENTS),
        Part.PARENTS: lambda: _names(of_sought, only=PARENTS),
        Part.BIRTH: lambda: of_sought.to_json()["births"],
        Part.PLACES: lambda: [[one.kind, one.said, one.country] for one in of_sought.places],
        Part.LANGUAGES: lambda: list(of_sought.languages),
        Part.MARKS: lambda: of_sought.marks,
        Part.NEWS: lambda: _news(sought.last_news),
        Part.REASON: lambda: case.circumstances["reason"],
        Part.SEARCHER: lambda: _names(of_searcher, only=(Role.GIVEN,))[:1],
        Part.SEARCHER_NAMES: lambda: _names(of_searcher),
    }
    told = {part.value: copy() for part, copy in copies.items() if part in parts}
    return {part: value for part, value in told.items() if value}


def _names(told: Told, *, only: Iterable[Role] = Role, but: Iterable[Role] = ()) -> list[Any]:
    """Role and text of the parts of every name told, each once."""
    wanted = set(only) - set(but)
    pairs = [(part.role, part.text) for name in told.names for part in name]
    return [list(pair) for pair in dict.fromkeys(pairs) if Role(pair[0]) in wanted]


def _news(news: dict[str, Any] | None) -> dict[str, Any]:
    """The words, and the days they mean with the calendar, where days could be reckoned."""
    if not news:
        return {}
    kept = ("said", "place", "country", "heard")
    told = {name: news.get(name) or "" for name in kept}
    dated = {name: news[name] for name in ("calendar", "window") if news.get("window")}
    return told | dated


def boxed(transfer: Transfer) -> dict[str, dict[str, Any]]:
    """The chosen parts that are sealed to our box, as they are sent. Raises BoxIsShut."""
    copies: dict[Part, Callable[[Transfer], dict[str, Any]]] = {
        Part.STORY: _story,
        Part.MORE: _more,
        Part.LEADS: _leads,
    }
    told = {part.value: copies[part](transfer) for part in BOXED if part in transfer.parts}
    return {kind: said for kind, said in told.items() if any(said.values())}


def _story(transfer: Transfer) -> dict[str, Any]:
    told = [row.words for row in transfer.of_case.words.filter(kind=STORY.key)]
    return {"text": "\n".join(line for one in told for line in one.get("story", []))}


def _more(transfer: Transfer) -> dict[str, Any]:
    """The answers about this one of the persons sought, by the names of their questions."""
    sought = lookups.sought_of(transfer)
    kind = about(MORE, sought.place).key if sought else MORE.key
    told = [row.words for row in transfer.of_case.words.filter(kind=kind)]
    asked = MORE.form.base_fields
    every = ((name, "\n".join(one.get(name, []))) for one in told for name in asked)
    return {"rows": [[name, said] for name, said in every if said.strip()]}


def _leads(transfer: Transfer) -> dict[str, Any]:
    """What, where, when. Of whom it was heard is that person's, and stays; so does what is about
    another one of the persons sought."""
    every = [lead.told for lead in transfer.of_case.leads.all()]
    told = [one for one in every if one.get("about", "") in {"", str(transfer.subject)}]
    each = [
        "\n".join(filter(None, (one.get(name, "") for name in ("what", "where", "when"))))
        for one in told
    ]
    return {"text": "\n\n".join(each)}


def boxed_rows(told: dict[str, Any]) -> list[Row]:
    """Answers of a form that came sealed, with their questions in the reader's language."""
    asked = MORE.form.base_fields
    return [(str(asked[name].label), said) for name, said in told.get("rows", []) if name in asked]


def shown(told: dict[str, Any]) -> list[tuple[str, list[Row]]]:
    """A copy for a page: the title of each part, and its rows."""
    return [
        (str(part.label), ROWS[part](told[part.value])) for part in ROWS if told.get(part.value)
    ]


def _name_rows(names: list[list[str]]) -> list[Row]:
    return [(str(Role(role).label), text) for role, text in names]


def _place_rows(places: list[list[str]]) -> list[Row]:
    return [(str(PlaceKind(kind).label), _with(said, country)) for kind, said, country in places]


def _birth_rows(births: list[list[str] | str]) -> list[Row]:
    return [row for birth in births for row in _birth_row(birth)]


def _birth_row(birth: list[str] | str) -> list[Row]:
    if isinstance(birth, str):  # copied before calendars went along
        return [(_("As told"), birth)]
    said, calendar, precision, *days = birth
    known = str(Precision(precision).label)
    return [(_("As told"), said), (_("What is known?"), known), *_in_days(calendar, days)]


def _in_days(calendar: str, days: list[str]) -> list[Row]:
    """In which calendar it was said, and what that means for who counts by another one."""
    start, end = (date.fromisoformat(day) for day in days)
    return [
        (_("Calendar"), str(Calendar(calendar).label)),
        (_("In the Gregorian calendar"), in_gregorian((start, end))),
    ]


def _news_rows(news: dict[str, Any]) -> list[Row]:
    window = news.get("window")
    return [
        (_("When"), news["said"] or _("Not known")),
        *(_in_days(news["calendar"], window) if window else []),
        (_("Where"), _with(news["place"], news["country"]) or _("Not known")),
        (_("How"), str(Heard(news["heard"]).label)),
    ]


def _with(place: str, country: str) -> str:
    return ", ".join(filter(None, [place, dict(countries()).get(country, "")]))


def _language_rows(codes: list[str]) -> list[Row]:
    known = dict(LANGUAGES)
    return [("", known.get(code, code)) for code in codes]


ROWS: dict[Part, Callable[[Any], list[Row]]] = {
    Part.NAMES: _name_rows,
    Part.PARENTS: _name_rows,
    Part.BIRTH: _birth_rows,
    Part.PLACES: _place_rows,
    Part.LANGUAGES: _language_rows,
    Part.MARKS: lambda marks: [("", marks)],
    Part.NEWS: _news_rows,
    Part.REASON: lambda reason: [("", str(Reason(reason).label))],
    Part.SEARCHER: _name_rows,
    Part.SEARCHER_NAMES: _name_rows,
}
