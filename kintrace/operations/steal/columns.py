"""Whether every column that may say something of a person holds a planted string, sealed.

Read back through the keys, as its members would: so it is certain that the string was planted, and
that a column made later fails `make steal` until something is planted in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.apps import apps

from kintrace.network import lookups as network
from kintrace.operations.steal.bulk import acting
from kintrace.operations.steal.needles import ARABIC_MARK, LATIN_MARK, PHONE_MARK, Kind
from kintrace.vault.classes import classes_of
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.sealing import SealedField

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from django.db.models import Manager, Model

    from kintrace.network.models import Member
    from kintrace.operations.steal.needles import Planted

Column = tuple[type["Model"], str]
SAYS_SOMETHING = {"personal", "box", "staff"}
# Plain columns of these classes, and why they may be plain.
PLAIN = {
    "network_member.sign_in": "the one thing of a member that is plain, for it is typed to sign in",
    "network_member.password": "a hash, whose passwords are planted",
    **dict.fromkeys(
        (
            f"matching_candidate.{part}_for_{side}"
            for part in ("facts", "more")
            for side in ("first", "second")
        ),
        "sealed to a society's intake pair; opened by who judges the pair, where it is planted",
    ),
    "servicepoints_handover.sealed": "sealed to code and word; opened where it is taken on, and "
    "what comes of it is planted",
    "wall_reply.answer": "sealed to code and word; opened on the answer page, where it is planted",
}
# Sealed columns that the actions fill with codes only: there a rare code is written by the field.
CODES_ONLY = (
    "cases_sought.relation",
    "cases_case.circumstances",
    "cases_count.told",
    "wall_notice.told",
    "wall_review.told",
    "cases_fate.whose",
    "cases_enquiry.asked",
    "cases_enquiry.result",
    "cases_fateword.step",
    "cases_telling.plan",
    "cases_located.found",
    "cases_choice.wish",
    "cases_proof.rung",
    "cases_judgement.judged",
    "cases_release.first_told",
    "cases_outcome.outcome",
    "cases_outcome.told_words",
    "cases_contactplan.said_yes",
    "cases_plannedtalk.came",
    "cases_reunion.said_yes",
    "cases_reunionstep.step",
)


def name_of(column: Column) -> str:
    return f"{column[0]._meta.db_table}.{column[1]}"


def columns() -> list[Column]:
    """Every column of class personal, box or staff, by the name of its field."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("kintrace.")]
    return [
        (model, field.name)
        for model in ours
        for field in model._meta.concrete_fields
        if classes_of(model)[str(field.column)] in SAYS_SOMETHING
    ]


def unsealed() -> list[str]:
    """Plain columns that say something and are not excused."""
    plain = [name_of((m, f)) for m, f in columns() if not isinstance(_field(m, f), SealedField)]
    return sorted(set(plain) - PLAIN.keys())


def unplanted(planted: Planted, openers: Iterable[tuple[Member, str]]) -> list[str]:
    """Sealed columns in whose rows no planted string was read back.

    openers: members with their opening passwords, who together open every box.
    """
    missing = [column for column in columns() if name_of(column) not in PLAIN]
    for member, password in openers:
        with acting(member, password):
            missing = [one for one in missing if not _holds(one, member.society_id, planted)]
    for society in network.every_society():
        with reading_as(society.pk):
            missing = [one for one in missing if not _holds(one, society.pk, planted)]
    return sorted(map(name_of, missing))


def _holds(column: Column, society: UUID, planted: Planted) -> bool:
    return any(is_planted(value, planted.codes) for value in _values(column, society))


def read(name: str, society: UUID) -> list[Any]:
    """What a society reads in one sealed column, as far as it holds anything."""
    (column,) = (one for one in columns() if name_of(one) == name)
    with reading_as(society):
        return [value for value in _values(column, society) if value]


def _values(column: Column, society: UUID) -> Iterator[Any]:
    """What the reader in force reads in the rows of its society."""
    for row in rows_of(column, society):
        try:
            yield getattr(row, column[1])
        except KeyNotAtHand:
            continue


def rows_of(column: Column, society: UUID) -> list[Model]:
    """The rows of a column's table that are the society's; inside `reading_as`."""
    return [row for row in _rows(column[0]).all() if _society_of(row) == society]


def _rows(model: type[Model]) -> Manager[Model]:
    return model._base_manager  # noqa: SLF001 - Django's public name


def _society_of(row: Model) -> object:
    return getattr(row, "society_id", None) or getattr(row, "society", None)


def is_planted(value: object, codes: Iterable[str] = ()) -> bool:
    """Whether a value holds a planted string or one of these codes of the house."""
    text = json.dumps(value, ensure_ascii=False)
    marks = (LATIN_MARK, ARABIC_MARK, PHONE_MARK)
    return any(mark in text for mark in marks) or any(code in text for code in codes)


def plant_codes(planted: Planted, society: UUID) -> None:
    """Write a rare code into one row of each column that else holds codes only."""
    with reading_as(society):
        for model, name in columns():
            if name_of((model, name)) not in CODES_ONLY:
                continue
            row = _rows(model).filter(society_id=society).first()
            if row is None:
                raise LookupError(f"there is no row to plant in {name_of((model, name))}")
            held = getattr(row, name)
            code = planted.word(Kind.PERSONAL)
            setattr(row, name, held | {"rare": code} if isinstance(held, dict) else code)
            row.save(update_fields=[name])


def _field(model: type[Model], name: str) -> object:
    return model._meta.get_field(name)
