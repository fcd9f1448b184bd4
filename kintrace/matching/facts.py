"""What is told of a person on one side of a pair, as rows for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.people.cards import Card, CardRole
from kintrace.people.told import PlaceKind, Role, Sex
from kintrace.ui.countries import countries
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.utils.functional import Promise

Rows = list[tuple[str, list[str]]]
ROLES: dict[CardRole, Promise] = {
    CardRole.ENQUIRER: gettext_lazy("searches"),
    CardRole.SOUGHT: gettext_lazy("is sought"),
    CardRole.SAFE: gettext_lazy("said that they are safe and well"),
    CardRole.LEAD: gettext_lazy("is a lead from a message"),
    CardRole.LISTED: gettext_lazy("stands in a list"),
    CardRole.ASKED: gettext_lazy("is asked for"),
}


def role_words(role: str) -> str:
    """What somebody is in the matter: "is sought"."""
    return str(ROLES[CardRole(role)]) if role in list(CardRole) else ""


def coarse_rows(facts: Mapping[str, Any]) -> Rows:
    """What `pairs.coarse` lets the other side read."""
    lands = dict(countries())
    rows = [
        *_who(facts.get("role", ""), facts.get("relation", ""), facts.get("sex", "")),
        (_("Born"), [_between_years(*facts["born"])] if facts.get("born") else []),
        (_("Comes from"), [lands.get(code, code) for code in facts.get("from", ())]),
    ]
    return [row for row in rows if row[1]]


def card_rows(card: Card) -> Rows:
    """All that stands on a card, each name in its own script."""
    rows = [
        *_names(card),
        *_who(card.role, card.relation, card.sex),
        (_("Born"), [_between(one.start, one.end) for one in card.births]),
        *_places(card),
    ]
    return [row for row in rows if row[1]]


def _who(role: str, relation: str, sex: str) -> Rows:
    related = [str(Relation(relation).label)] if relation in Relation.values else []
    told = [str(Sex(sex).label)] if sex in Sex.values else []
    return [
        (_("In this matter"), [role_words(role)] if role else []),
        (_("To the person searching"), related),
        (_("Sex"), told),
    ]


def _names(card: Card) -> Rows:
    told = [part for name in card.names for part in name]
    told += [(Role.FATHER.value, text) for text in card.fathers]
    rows = [
        (str(one.label), _once([text for role, text in told if role == one.value])) for one in Role
    ]
    return [*rows, (_("Mother’s name"), _once(card.mothers))]


def _places(card: Card) -> Rows:
    lands = dict(countries())
    told = [(kind, said or lands.get(land, land)) for kind, said, land in card.places]
    return [
        (str(one.label), _once([words for kind, words in told if kind == one.value]))
        for one in PlaceKind
    ]


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _between(start: date, end: date) -> str:
    if start == end:
        return date_format(start, "j F Y")
    days = {"start": date_format(start, "j F Y"), "end": date_format(end, "j F Y")}
    return _("between %(start)s and %(end)s") % days


def _between_years(start: int, end: int) -> str:
    return _("between %(start)s and %(end)s") % {"start": start, "end": end}
