"""The likeliest role of each unit: from what ties it, where it stands, and its tradition."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from kintrace.names.compounds import is_double
from kintrace.names.folding import fold, script_of
from kintrace.names.particles import Mark
from kintrace.names.parts.roles import Role
from kintrace.names.parts.tokens import Told
from kintrace.names.parts.units import Unit, units
from kintrace.names.variants import is_family, is_known, origins_of

_ROLES = {
    Mark.TITLE: Role.HONORIFIC,
    Mark.FILLER: Role.HONORIFIC,
    Mark.LATE_FILLER: Role.HONORIFIC,
    Mark.EVERYBODYS: Role.FAMILY,
    Mark.NICKNAME: Role.NICKNAME,
    Mark.UNKNOWN: Role.UNKNOWN,
    Mark.SHORT_MUHAMMAD: Role.GIVEN,
}
_TIES = {Mark.SON_OF, Mark.BORN, Mark.ALIAS}
_PATRONYMIC = re.compile(
    r".{2,}(?:[oei]v[iy]t?s?ch|[oei]w[iy]t?sch|[oeiy]vna|[oeiy]wna|inichna|yich|"
    r"[оеэ]вич|[оеії]вна|инична|[мньл]ич|йович)"
)
_NISBA = ("i", "y", "ي", "ی", "ى")


def placed(name: Told) -> list[Unit]:
    """Its units with their roles, in the order said: what stood before a comma comes last."""
    main, family = units(name.tokens), units(name.before_comma)
    beside = [unit for aside in name.asides for unit in _tied(units(aside))]
    for unit in family:
        unit.role = unit.role or _ROLES.get(unit.mark or Mark.OF, Role.FAMILY)
    for unit in beside:
        unit.role = unit.role or _of_mark(unit, is_first=True) or Role.NICKNAME
    return _with_roles(_tied(main), has_family=bool(family)) + family + beside


def _with_roles(main: list[Unit], *, has_family: bool) -> list[Unit]:
    """ "Ivanov Ivan Ivanovich" is a family's, a given and a father's name."""
    names = [unit for unit in main if unit.mark is None or unit.mark is Mark.KUNYA]
    for unit in main:
        unit.role = unit.role or _of_mark(unit, is_first=names[:1] == [unit])
    for rule in _RULES:
        rule(names)
    has_family = has_family or any(unit.role is Role.FAMILY for unit in names)
    _by_tradition(names, has_family=has_family)
    return main


def _of_mark(unit: Unit, *, is_first: bool) -> Role | None:
    """What the mark alone tells; "Abu Zaid" behind a name is a family, before it a kunya."""
    if unit.mark is Mark.KUNYA:
        is_family_name = not is_first and unit.words[0].startswith(("abu", "ابو", "абу", "אבו"))
        return Role.FAMILY if is_family_name else Role.KUNYA
    return _ROLES.get(unit.mark) if unit.mark else None


def _tied(found: list[Unit]) -> list[Unit]:
    """Ties go into the name they tie: "bin" and "Ali" become "bin Ali", the father's."""
    if not any(unit.mark in _TIES or unit.mark is Mark.SON_BEFORE for unit in found):
        return found
    kept: list[Unit] = []
    ties: list[Unit] = []
    fathers = iter((Role.FATHER, *[Role.GRANDFATHER] * len(found)))
    for unit in found:
        if unit.mark in _TIES:
            ties.append(unit)
        elif unit.mark is Mark.SON_BEFORE and kept and kept[-1].mark is None:
            _tie(kept[-1], f"{kept[-1].typed} {unit.typed}", next(fathers))
        else:
            _fasten(ties, unit, kept, fathers)
            kept.append(unit)
    return kept + ties


def _fasten(ties: list[Unit], unit: Unit, kept: list[Unit], fathers: Iterator[Role]) -> None:
    """Say of a name what the ties before it say; a "Ben" before no Arabic name is a name."""
    if not ties or not unit.words or unit.mark in {Mark.TITLE, Mark.NICKNAME}:
        return
    if _is_ben(ties[-1], unit) and not kept:
        kept += ties
        kept[-1].mark, kept[-1].weight = None, 1.0
    else:
        typed = " ".join(part.typed for part in [*ties, unit])
        _tie(unit, typed, _tied_role(ties[-1], fathers, is_first=not kept))
    ties.clear()


def _tie(unit: Unit, typed: str, role: Role) -> None:
    unit.typed, unit.role = typed, role


def _tied_role(tie: Unit, fathers: Iterator[Role], *, is_first: bool) -> Role:
    """Father's after "bin", a nickname after "alias"; "Ben Salem Ahmed" begins with the family."""
    if tie.mark is Mark.ALIAS:
        return Role.NICKNAME
    return Role.FAMILY if tie.mark is Mark.BORN or is_first else next(fathers)


def _is_ben(tie: Unit, unit: Unit) -> bool:
    return fold(tie.typed) in {"ben", "בן"} and not is_known(unit.words[0] if unit.words else "")


def _mary_of(names: list[Unit]) -> None:
    """ "María del Carmen García": behind Mary and before a family, "del Carmen" is given."""
    for before, unit in pairwise(names[:-1]):
        if unit.role is Role.FAMILY and before.words and fold(before.words[0]) in {"maria", "jose"}:
            unit.role = Role.GIVEN


def _after_kunya(names: list[Unit]) -> None:
    """ "Abu Ahmad al-Shami": of one called after his child, we know where he comes from."""
    if len(names) == 2 and names[0].mark is Mark.KUNYA and names[1].has_article:
        names[1].role = names[1].role or Role.ORIGIN


def _loud(names: list[Unit]) -> None:
    """ "DIALLO Mamadou": what is in capitals, if not all is, is the family."""
    if len({unit.is_loud for unit in names}) == 2:
        for unit in names:
            is_surname = unit.is_loud and not (unit.has_article and _is_nisba(unit))
            unit.role = unit.role or (Role.FAMILY if is_surname else None)


def _doubled(names: list[Unit]) -> None:
    """ "Ahmad Ahmad": the desk wanted a second name and took the first."""
    if len(names) == 2 and names[0].words == names[1].words:
        names[0].role, names[1].role = Role.GIVEN, Role.UNKNOWN


def _patronymic(names: list[Unit]) -> None:
    """ "Olena Petrivna Shevchenko", "Иванов Иван Иванович": what precedes it is given."""
    for at, unit in enumerate(names[1:], start=1):
        if unit.words and _PATRONYMIC.fullmatch(fold(unit.words[-1])):
            unit.role, names[at - 1].role = Role.FATHER, Role.GIVEN
            for other in names:
                other.role = other.role or Role.FAMILY
            return


def _before_father(names: list[Unit]) -> None:
    """ "Mohamed Lemine ould Ahmed": all before the father's name is given."""
    roles = [unit.role for unit in names]
    if Role.FATHER in roles:
        for unit in names[: roles.index(Role.FATHER)]:
            unit.role = unit.role or Role.GIVEN


def _family_first(names: list[Unit]) -> None:
    """ "Diallo Mamadou" and "Mamadou Diallo": a family's name wherever it stands."""
    open_ = [unit for unit in names if unit.role is None]
    known = [unit for unit in open_ if unit.words and is_family(unit.words[-1])]
    if len(open_) > 1 and len(known) == 1 and open_[0] is known[0]:
        known[0].role = Role.FAMILY


def _by_tradition(names: list[Unit], *, has_family: bool) -> None:
    """Roles for the rest, by the order that the people they seem to come from write them in."""
    rest = [unit for unit in names if unit.role is None]
    if not rest:
        return
    place = _TRADITIONS.get(_tradition(rest), _european)
    if all(unit.role is not Role.GIVEN for unit in names):
        given = rest.pop(0)
        given.role = Role.GIVEN
        if len(rest) > 1 and is_double(given.words[-1:], rest[0].words):
            rest.pop(0).role = Role.GIVEN
    place(rest, has_family=has_family)


def _tradition(names: list[Unit]) -> str:
    """The origin that most of its words are known from; its script where none is."""
    script = script_of(names[0].words[0]) if names[0].words else ""
    if script == "Ethi":
        return "horn"
    counts: dict[str, int] = {"arabic" if script == "Arab" else "european": 0}
    for unit in names:
        for origin in sorted(origins_of(unit.words[-1])) if unit.words else ():
            counts[origin] = counts.get(origin, 0) + 1
    return max(counts, key=lambda origin: (counts[origin], origin == "arabic"))


def _chain(rest: list[Unit], *, has_family: bool) -> None:
    """Eritrea, Ethiopia, Somalia: the father's and the grandfather's name, no family's."""
    for unit, role in zip(rest, (Role.FATHER, Role.GRANDFATHER), strict=False):
        unit.role = role
    for unit in rest[2:]:
        unit.role = Role.FAMILY if not has_family else Role.UNKNOWN


def _nasab(rest: list[Unit], *, has_family: bool) -> None:
    """Arabic names: fathers, until a name of origin or a family's ends them."""
    fathers = iter((Role.FATHER, *[Role.GRANDFATHER] * len(rest)))
    for unit in rest:
        is_last = unit is rest[-1] and not has_family
        unit.role = _ending(unit, is_last=is_last) or next(fathers)


def _ending(unit: Unit, *, is_last: bool) -> Role | None:
    """ "al-Halabi" is an origin, "Haddad" a family's name, "Hassan" neither."""
    word = unit.words[-1]
    if unit.has_article and _is_nisba(unit):
        return Role.ORIGIN
    is_no_fathers = is_family(word) or unit.has_article or not is_known(word)
    return Role.FAMILY if is_last and is_no_fathers else None


def _is_nisba(unit: Unit) -> bool:
    """ "Halabi", "حلبي": of a place or a people."""
    return bool(unit.words) and unit.words[-1].endswith(_NISBA)


def _european(rest: list[Unit], *, has_family: bool) -> None:
    """Given names and the family's at the end; two of them in Spain, Portugal and America."""
    for unit in rest:
        unit.role = Role.FAMILY if is_family(unit.words[-1]) else Role.GIVEN
    if rest and not has_family:
        rest[-1].role = Role.FAMILY
        if len(rest) > 1 and (len(rest) > 2 or _is_iberian(rest[-2])):
            rest[-2].role = Role.FAMILY if _is_iberian(rest[-1]) else Role.GIVEN


def _is_iberian(unit: Unit) -> bool:
    """ "García", "Fernandes", "Núñez"; an unknown word may be a second family's name."""
    bare = fold(unit.words[-1])
    is_unknown = len(bare) > 1 and not is_known(bare)
    return is_family(bare) or bare.endswith(("ez", "es")) or is_unknown


_RULES = (
    _mary_of,
    _loud,
    _doubled,
    _patronymic,
    _before_father,
    _family_first,
    _after_kunya,
)
_TRADITIONS: dict[str, Callable[..., None]] = {
    "horn": _chain,
    "arabic": _nasab,
    "european": _european,
}
