"""The choices of the wall as links."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kintrace.wall import relations
from kintrace.wall.gallery import Choice
from kintrace.wall.relations import AgeBand, Me, Relation, Sex, Who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Option = tuple[str, str | Promise, str]  # value, label, drawing
SEXES = (Sex.WOMAN, Sex.MAN)


@dataclass(frozen=True)
class Link:
    """A filter of the wall; `picto` names its drawing."""

    label: str | Promise
    address: str
    current: bool
    picto: str = ""


def filters(choice: Choice) -> dict[str, list[Link]]:
    """Every choice of the wall as links, by what it is about; each keeps the rest."""
    return {
        "people": _links(
            choice, "who", _("Everyone"), "all", [(one, one.label, one) for one in Who]
        ),
        "mine": _links(choice, "me", _("I do not say"), "", [(m, m.label, f"me-{m}") for m in Me]),
        "sexes": _links(choice, "sex", _("Woman or man"), "", [(s, s.label, s) for s in SEXES]),
        "ages": _links(choice, "age", _("Any age"), "", [(age, age.label, "") for age in AgeBand]),
        "sought": _links(choice, "seeks", _("Anyone"), "", _sought(choice)),
    }


def chosen(links: dict[str, list[Link]]) -> list[Link]:
    """What the visitor chose in the fold, each with the address at which it is not chosen."""
    folded = (links[name] for name in ("mine", "sexes", "ages", "sought"))
    return [
        replace(one, address=group[0].address)
        for group in folded
        for one in group[1:]
        if one.current
    ]


def _links(
    choice: Choice, name: str, nothing: str, picto: str, options: "Iterable[Option]"
) -> list[Link]:
    """First the link that takes the choice back, then one for each option."""
    now = getattr(choice, name)
    links = [Link(nothing, choice.but(**{name: ""}), not now, picto)]
    return links + [
        Link(label, choice.but(**{name: str(value)}), now == value, drawn)
        for value, label, drawn in options
    ]


def _sought(choice: Choice) -> "Iterator[Option]":
    """Whom the person looks for; as the visitor says it, if he or she said what they are."""
    for code in Relation:
        drawn = f"seeks-{code}".replace("_", "-")
        if not choice.me:
            yield code, code.label, drawn
        elif relations.may_mean(code, choice.me):
            yield code, relations.looks_for_me(code, choice.sex or Sex.UNSAID), drawn


def steps(choice: Choice) -> dict[str, str]:
    """To the page before, the one after, more or fewer faces at once, and from a poster's faces
    to everyone's."""
    return {
        "before": choice.but(page=choice.page - 1),
        "after": choice.but(page=choice.page + 1),
        "size": choice.but(wide=not choice.wide),
        "everyone": choice.but(poster=""),
    }
