"""Many of everything: what a town has once stands there again and again, each time for itself.

The rows of a society are copied as they hang together, under new numbers: a copied case has copied
persons, moves, words. What is sealed is opened and sealed anew for the copy's own row.
"""

from __future__ import annotations

import json
import re
import secrets
from contextlib import contextmanager
from datetime import time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import QuerySet

from kintrace.cases.reference import new_reference
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.vault.actions import opened
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.sealing import SealedField

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from kintrace.network.models import Society
    from tests.town import Town

# Whose rows are copied. Keys, and the audit, are what all copies rest on.
FOLDERS = (
    *("cases", "people", "wall", "protection", "matching", "servicepoints"),
    *("directory", "visitors", "watch", "letters", "network"),
)
# One a society by its nature; written in a version each; or another database's.
ALONE = {
    *("network_society", "network_settings", "network_contacts"),
    *("cases_criteria", "cases_aftercontact", "cases_sentence", "protection_noticetext"),
    *("protection_erasure", "people_cardtag", "people_cardtags", "people_networktags"),
}
# Who does the work and where: there are more of them, and it is still done by the first.
WORKED_BY = {
    *("network_member", "network_desk", "network_team", "network_teammember", "wall_region"),
}
# What much hangs on: beside one more of each with all that it has, each has more of everything.
HUNG_ON = WORKED_BY | {
    *("cases_case", "cases_event", "cases_transfer", "cases_child", "cases_located"),
    *("cases_redcrossmessage", "cases_reunion", "cases_contactplan", "cases_source"),
    *("servicepoints_servicepoint", "servicepoints_device", "wall_poster", "wall_face"),
    *("wall_posterissue", "wall_notice", "directory_place", "directory_organisation"),
    *("directory_service", "directory_listing", "cases_draft", "wall_message"),
    *("cases_incoming", "matching_candidate"),
}
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HOLDING_BOXES = (Role.CASEWORKER, Role.CHILD_PROTECTION, Role.OFFICER, Role.DATA_PROTECTION)


def multiply(town: Town, times: int) -> None:
    """Lay so many copies beside what the town has, and as many on each thing that it has."""
    with everything_open(town):
        rows = list(_rows(town.society))
        for _ in range(times):
            Copy(rows, town.society, kept=WORKED_BY).lay()
            Copy([row for row in rows if _table(row) not in HUNG_ON], town.society).lay()


@contextmanager
def everything_open(town: Town) -> Iterator[None]:
    """Every box of the society lies open, as in no session of anybody."""
    held = [
        opened(town[role].pk, society=town.society.pk, opening_password=PASSWORD)
        for role in HOLDING_BOXES
    ]
    privates = {
        (box, version): bytearray(key)
        for one in held
        for box in one.names()
        for version, key in one.versions(box).items()
    }
    member = town[Role.CASEWORKER].pk
    boxes = OpenBoxes(society=town.society.pk, member=member, privates=privates)
    with reading_as(town.society.pk, member=member, boxes=boxes):
        yield
    boxes.forget()


def _table(row: models.Model) -> str:
    return str(row._meta.db_table)


def _rows(society: Society) -> Iterator[models.Model]:
    """What a society has, and what hangs on that without saying whose it is."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in FOLDERS and model._meta.db_table not in ALONE:
            yield from _readable(QuerySet(model).filter(_of(model, society)))


def _readable(rows: QuerySet[models.Model]) -> list[models.Model]:
    """None of a table that is another role's alone."""
    try:
        with transaction.atomic():
            return list(rows)
    except DatabaseError:
        return []


def _of(model: type[models.Model], society: Society) -> models.Q:
    """Its rows of a society; of tables of two societies those that either has sent or was sent."""
    names = {field.name: field for field in model._meta.concrete_fields}
    owners = [one for one in ("society", "first_society", "receiver", "giver") if one in names]
    told = models.Q()
    for one in owners:
        foreign = isinstance(names[one], models.ForeignKey)
        told |= models.Q(**{one: society if foreign else society.pk})
    return told


class Copy:
    """One more of everything. kept: tables whose rows stay what the copies point to."""

    def __init__(
        self, rows: list[models.Model], society: Society, *, kept: Collection[str] = ()
    ) -> None:
        self.rows, self.code = rows, society.code
        self.instead: dict[UUID, UUID] = {}
        for row in rows:
            if _table(row) not in kept:
                for value in (row.pk, getattr(row, "subject", None)):
                    if isinstance(value, UUID):
                        self.instead.setdefault(value, uuid4())

    def lay(self) -> None:
        """What waits for another is tried again; what is one by a rule is left out."""
        waiting = [self._copied(row) for row in self.rows]
        missing = {row.pk for row in waiting}
        while waiting:
            left = []
            for row in waiting:
                if _points_to(row) & missing or not _saved(row):
                    left.append(row)
                else:
                    missing.discard(row.pk)
            if len(left) == len(waiting):
                return
            waiting = left

    def _copied(self, row: models.Model) -> models.Model:
        copied = type(row)()
        for field in row._meta.concrete_fields:
            if isinstance(field, SealedField):
                setattr(copied, field.name, self._said_anew(_read(row, field.name)))
            else:
                setattr(copied, field.attname, self._anew(field, getattr(row, field.attname)))
        return copied

    def _anew(self, field: models.Field[Any, Any], value: Any) -> Any:
        if isinstance(field, models.AutoField):
            return None
        if isinstance(value, UUID):
            own = field.unique and not field.is_relation
            return self.instead.get(value) or (uuid4() if own else value)
        if value is None or not _is_one_of_its_kind(field):
            return value
        made = MADE.get(field.name) if field.name != "code" or field.unique else None
        return made(self.code, value) if made else value

    def _said_anew(self, value: Any) -> Any:
        """Numbers of rows stand in what is sealed, too."""
        if value is None:
            return None
        return json.loads(_ID.sub(self._other, json.dumps(value)))

    def _other(self, found: re.Match[str]) -> str:
        return str(self.instead.get(UUID(found[0]), found[0]))


def _read(row: models.Model, name: str) -> Any:
    """What is sealed; nothing where it is another society's to read."""
    try:
        return getattr(row, name)
    except KeyNotAtHand:
        return None


def _points_to(row: models.Model) -> set[Any]:
    return {
        getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.is_relation and field.attname != row._meta.pk.attname
    }


def _is_one_of_its_kind(field: models.Field[Any, Any]) -> bool:
    rules = field.model._meta.constraints
    together = (one for one in rules if isinstance(one, models.UniqueConstraint))
    return field.unique or any(field.name in one.fields for one in together)


def _letters(code: str, value: Any) -> str:
    del code
    return secrets.token_hex(len(str(value)) // 2 + 1)[: len(str(value))]


def _number(code: str, value: Any) -> int:
    del code, value
    return secrets.randbelow(30_000) + 1000


def _moment(code: str, value: Any) -> time:
    del code, value
    return time(secrets.randbelow(24), secrets.randbelow(60))


MADE: dict[str, Callable[[str, Any], Any]] = {
    "reference": lambda code, _value: new_reference(code),
    "name": _letters,
    "token": _letters,
    "sign_in": _letters,
    "code": _letters,
    "time": _moment,
    "addresses": lambda _code, _value: (
        f"198.51.{secrets.randbelow(100)}.{secrets.randbelow(256)}/32"
    ),
    "removal_lookup": lambda _code, _value: secrets.token_bytes(16),
    "reply_lookup": lambda _code, _value: secrets.token_bytes(16),
    "lookup": lambda _code, _value: secrets.token_bytes(16),
    "number": _number,
    "place": _number,
}


def _saved(row: models.Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except (DatabaseError, KeyNotAtHand, TypeError):
        return False
    return True
