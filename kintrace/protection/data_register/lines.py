"""The register as it stands: every table and column of the program, read from its models."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from kintrace.network.access import BOXES, RIGHTS, Role
from kintrace.protection.data_register import (
    cases_attestations,
    cases_came_forward,
    cases_children,
    cases_events,
    cases_fates,
    cases_files,
    cases_found,
    cases_listing,
    cases_red_cross,
    cases_reunion,
    cases_transfers,
    casework,
    directory,
    lawful,
    machinery,
    matching,
    members,
    safe,
    servicepoints,
    servicepoints_people,
    wall,
)
from kintrace.protection.data_register.words import SAYS_SOMETHING, Audience, Kind
from kintrace.vault.classes import ColumnWithoutClass, classes_of
from kintrace.vault.copies import PASSING_TABLES, SLOT_TABLES
from kintrace.vault.fields import SealedField
from kintrace.vault.reach import Reach, reaches
from kintrace.vault.tiers import BoxTier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import Model

    from kintrace.protection.data_register.words import Column, Entry, Seen, Text, Until, Why
    from kintrace.protection.purposes import BasisKind

PARTS = (
    casework,
    cases_attestations,
    cases_came_forward,
    cases_children,
    cases_events,
    cases_fates,
    cases_files,
    cases_found,
    cases_reunion,
    cases_listing,
    cases_transfers,
    cases_red_cross,
    wall,
    safe,
    directory,
    lawful,
    members,
    matching,
    servicepoints,
    servicepoints_people,
    machinery,
)
ENTRIES: dict[str, Entry] = {
    label: entry for part in PARTS for label, entry in part.ENTRIES.items()
}


class Leaves(models.TextChoices):
    """Where the rows of a table go, outside the society's staff side."""

    PUBLIC_READS = "public_reads", _("The public side reads it.")
    PUBLIC_WRITES = "public_writes", _("The public side writes it and cannot read it.")
    PUBLIC_BOTH = "public_both", _("The public side writes and reads it.")
    MATCHER = "matcher", _("The matching worker of the network reads it, with keys of its own.")
    PARTNER = "partner", _("The other society that a row names reads it, too.")
    EVERY_SOCIETY = "every_society", _("Members of other societies read what anybody may know.")
    RECORDS = "records", _("It is in the sealed backup of records.")
    SLOTS = "slots", _("It is in the sealed backup of keys, 30 days at most.")
    NO_BACKUP = "no_backup", _("It is in no backup.")


class NotInRegister(Exception):
    """A table or a column of which the register says nothing."""


@dataclass(frozen=True)
class Line:
    """One column."""

    column: str
    kind: Kind
    holds: Text
    why: Why
    on: BasisKind | None
    until: Until
    seen_by: tuple[Text, ...]


@dataclass(frozen=True)
class Table:
    """One table with its columns."""

    folder: str
    label: str
    name: str
    entry: Entry
    leaves: tuple[Leaves, ...]
    lines: tuple[Line, ...]


def every_model() -> list[type[Model]]:
    """All that have a table, ours and those of other packages."""
    return [one for one in apps.get_models(include_auto_created=True) if one._meta.managed]


def tables() -> list[Table]:
    """The whole register, by folder and name. Raises NotInRegister."""
    if missing := undeclared(every_model(), ENTRIES):
        raise NotInRegister("; ".join(missing))
    found = [_table(model, ENTRIES[model._meta.label]) for model in every_model()]
    return sorted(found, key=lambda table: (table.folder == "", table.folder, table.label))


def of_kind(kind: Kind) -> list[Table]:
    """The tables that have a column of this class, with those columns alone."""
    narrowed = (
        replace(table, lines=tuple(line for line in table.lines if line.kind == kind))
        for table in tables()
    )
    return [table for table in narrowed if table.lines]


def undeclared(there: Iterable[type[Model]], entries: Mapping[str, Entry]) -> list[str]:
    """What the register does not say, or says of something that is not there; each as a sentence.

    A column whose class says something of somebody needs words of its own: its name tells nobody
    what lies in it.
    """
    known = {model._meta.label: model for model in there}
    without = [f"{label} has no entry" for label in known.keys() - entries.keys()]
    gone = [f"there is no table {label}" for label in entries.keys() - known.keys()]
    both = sorted(known.keys() & entries.keys())
    told = [line for label in both for line in _untold(known[label], entries[label])]
    return sorted(without) + sorted(gone) + told


def _untold(model: type[Model], entry: Entry) -> list[str]:
    label = model._meta.label
    try:
        kinds = classes(model, entry)
    except ColumnWithoutClass as error:
        return [f"{error} has no class of data"]
    strange = (entry.columns.keys() | entry.classes.keys()) - kinds.keys()
    silent = [
        name
        for name, kind in kinds.items()
        if kind in SAYS_SOMETHING and not entry.column(name).holds
    ]
    return [
        *(f"{label} has no column {name}" for name in sorted(strange)),
        *(f"{label}.{name}: nothing says what stands in it" for name in sorted(silent)),
    ]


def classes(model: type[Model], entry: Entry) -> dict[str, Kind]:
    """Column to class. Raises ColumnWithoutClass."""
    if is_ours(model):
        said = classes_of(model)
    else:
        said = {column: entry.classes.get(column, "") for column in _columns(model)}
    for column, kind in said.items():
        if not kind:
            raise ColumnWithoutClass(f"{model._meta.label}.{column}")
    return {column: Kind(kind) for column, kind in said.items()}


def is_ours(model: type[Model]) -> bool:
    return model.__module__.startswith("kintrace.")


def _table(model: type[Model], entry: Entry) -> Table:
    kinds, fields = classes(model, entry), _columns(model)
    return Table(
        folder=model._meta.app_label if is_ours(model) else "",
        label=model._meta.label,
        name=model._meta.db_table,
        entry=entry,
        leaves=leaves(model._meta.db_table),
        lines=tuple(_line(fields[name], name, kind, entry) for name, kind in kinds.items()),
    )


def _columns(model: type[Model]) -> dict[str, Any]:
    return {str(field.column): field for field in model._meta.concrete_fields}


def _line(field: Any, name: str, kind: Kind, entry: Entry) -> Line:
    said = entry.column(name)
    return Line(
        column=name,
        kind=kind,
        holds=said.holds or _by_itself(field, kind),
        why=said.why or entry.why,
        on=said.on or entry.on,
        until=said.until or entry.until,
        seen_by=_seen_by(field, kind, said, entry),
    )


def _by_itself(field: Any, kind: Kind) -> Text:
    """What a column holds that needs no words of its own, as its type and name say."""
    if field.primary_key:
        return _("The number of the row")
    if isinstance(field, models.ForeignKey):
        return _OTHERS.get(field.related_model._meta.label, _("Which row of another table"))
    if isinstance(field, models.DateField):
        return _("When")
    if field.name.endswith("_by"):
        return _("Which member")
    return _NAMED.get(field.name) or _OF_A_KIND[kind]


_OTHERS = {"network.Member": _("Which member"), "network.Society": _("Which society")}
_NAMED: dict[str, Text] = {
    "file": _("Which key opens it"),
    "society": _("Which society"),
    "society_id": _("Which society"),
    "member_id": _("Which member"),
    "subject": _("The number under which everything about the person is found"),
    "face": _("The number of a face on the wall"),
    "state": _("How far it has come"),
    "language": _("In which language"),
    "languages": _("In which languages"),
}
_OF_A_KIND: dict[Kind, Text] = {
    Kind.PUBLIC: _("What anybody may read"),
    Kind.ROUTING: _("A choice, number or code of our own handling"),
    Kind.KEY: _("A key, locked under another key"),
}


def _seen_by(field: Any, kind: Kind, said: Column, entry: Entry) -> tuple[Text, ...]:
    """Roles by the table of rights, of a box those of them who hold it; or an audience."""
    seen = said.seen or entry.seen
    if kind in {Kind.KEY, Kind.BLIND} and said.seen is None:
        seen = Audience.NOBODY
    if isinstance(seen, Audience):
        return (seen.label,)
    return tuple(role.label for role in roles(seen, box=box_of(field)))


def roles(seen: Seen, *, box: str | None = None) -> list[Role]:
    """Who holds one of these rights, and the box."""
    if isinstance(seen, Audience):
        return []
    holders = BOXES[box] if box else frozenset(Role)
    return [role for role in Role if RIGHTS[role] & seen and role in holders]


def box_of(field: Any) -> str | None:
    """The name of the box a column is sealed to."""
    if not isinstance(field, SealedField) or not isinstance(field.tier, BoxTier):
        return None
    return field.tier.box if isinstance(field.tier.box, str) else None


def leaves(table: str) -> tuple[Leaves, ...]:
    """Where the rows go: by the grants of the database, and by what a backup takes."""
    reach = reaches().get(table, Reach())
    kept = Leaves.SLOTS if table in SLOT_TABLES else Leaves.RECORDS
    gone = (
        _to_the_public(reach),
        Leaves.MATCHER if reach.matcher else None,
        Leaves.PARTNER if reach.between else None,
        Leaves.EVERY_SOCIETY if reach.every else None,
        Leaves.NO_BACKUP if table in PASSING_TABLES else kept,
    )
    return tuple(filter(None, gone))


def _to_the_public(reach: Reach) -> Leaves | None:
    reads, writes = "SELECT" in reach.public, bool(reach.public - {"SELECT"})
    if reads and writes:
        return Leaves.PUBLIC_BOTH
    if reads:
        return Leaves.PUBLIC_READS
    return Leaves.PUBLIC_WRITES if writes else None
