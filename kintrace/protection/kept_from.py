"""Who must not learn of somebody, in words, for whoever works with them.

Persons are shown in the words of whoever named them and compared with nothing: spellings differ,
and where a machine saw no likeness somebody would feel safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.network.access import Right, has
from kintrace.network.lookups import every_society
from kintrace.protection import lookups
from kintrace.ui.countries import countries

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member


def kept_from(*subjects: UUID, by: Member) -> list[str]:
    """Everybody whom these people named, or who told us of them: persons, societies, countries.

    For who may change it alone; nobody else learns that anybody was named.
    """
    circle = lookups.not_with(*subjects) if has(by, Right.HOLD) else None
    if not circle:
        return []
    lands = dict(countries())
    societies = [one.name for one in every_society() if one.pk in circle.societies]
    named = [str(lands.get(code, code)) for code in circle.countries]
    return [*circle.persons, *sorted(societies), *sorted(named)]
