"""The register of data as a document: stable, sorted, one section a folder, a table per model."""

from __future__ import annotations

from inspect import getdoc
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.utils import translation

from kintrace.protection.data_register import PLACES, Kind, Leaves, Line, Table, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.protection.data_register import Entry
    from kintrace.protection.purposes import BasisKind

OTHERS = "Tables of other packages"
HEAD = (
    "# Register of data\n\n"
    "Every table and column that Kintrace keeps. `manage.py data_register` writes this page from "
    "the models, the table of rights (`kintrace/network/access.py`), the grants of the database "
    "and `kintrace/protection/data_register/`; a test fails when it is out of date. The "
    "data-protection officer and the auditor find the same at `/desk/data-register/`.\n\n"
    "What a table is for, its lawful basis and how long it is kept hold for each of its columns, "
    "unless a column says otherwise. “Who sees it” means members of the society that owns the row, "
    "by their roles; of what is sealed to a box only those roles that hold the box. “Nobody” means "
    "that the program compares or opens with it and shows it on no page.\n\n"
    "| class | what it is | what a thief of the database reads |\n|---|---|---|\n"
)
CLASSES = {  # what it is; what a thief reads
    Kind.PUBLIC: ("what anybody may read", "the same"),
    Kind.ROUTING: ("numbers, states and days of our own handling", "all of it"),
    Kind.PERSONAL: ("about a person, sealed under the key of the file", "nothing"),
    Kind.BOX: (
        "sealed to a box that members alone open",
        "nothing, nor does the server while members are signed out",
    ),
    Kind.STAFF: (
        "about a member, sealed under the key of the society",
        "the sign-in name, a digest of the password, which member is signed in; else nothing",
    ),
    Kind.BLIND: ("a mark that says nothing without its key", "nothing"),
    Kind.KEY: ("a key, locked under another key", "nothing"),
}
COLUMNS = "\n| column | class | what stands there | who sees it |\n|---|---|---|---|\n"


def where() -> Path:
    return Path(settings.ROOT) / "docs" / "data-protection" / "register.md"


def written() -> str:
    """The whole page. Raises NotInRegister when a table or column is not declared."""
    with translation.override("en"):
        parts = [HEAD + _classes()]
        for folder, found in groupby(tables(), key=lambda table: table.folder):
            parts.append(f"\n## {folder or OTHERS}\n" + "".join(map(_section, found)))
        return "".join(parts) + _places()


def _classes() -> str:
    return "".join(_row((kind.value, *CLASSES[kind])) for kind in Kind)


def _section(table: Table) -> str:
    about = f"\n### {table.label}\n\nTable `{table.name}`. {_about(table)}\n\n"
    return about + _said(table.entry, table.leaves) + COLUMNS + _rows(table)


def _about(table: Table) -> str:
    """The first sentence of our own model's docstring."""
    if not table.folder:
        return "It comes with another package."
    told = getdoc(apps.get_model(table.label)) or ""
    return told.split("\n\n", maxsplit=1)[0].replace("\n", " ")


def _said(entry: Entry, leaves: Iterable[Leaves]) -> str:
    goes = " ".join(str(one.label) for one in leaves)
    lines = {
        "For": entry.why.label,
        "Lawful basis": _ground(entry.on),
        "Kept": entry.until.label,
        "Leaves the database": goes,
    }
    return "".join(f"- **{name}:** {said}\n" for name, said in lines.items())


def _ground(basis: BasisKind | None) -> str:
    return f"{basis.label}." if basis else "None needed: nothing here is about a person."


def _rows(table: Table) -> str:
    return "".join(_row(_cells(line, table.entry)) for line in table.lines)


def _cells(line: Line, entry: Entry) -> tuple[str, ...]:
    differs = [
        str(mine.label)
        for mine, whole in ((line.why, entry.why), (line.until, entry.until), (line.on, entry.on))
        if mine is not None and mine != whole
    ]
    holds = ". ".join(filter(None, [str(line.holds), *differs]))
    return f"`{line.column}`", line.kind.value, holds, ", ".join(map(str, line.seen_by))


def _places() -> str:
    """What lies beside the database, by the setting that names it."""
    head = "\n## Beside the database\n\n| setting | class | what lies there | lawful basis | kept "
    head += "| who sees it | copies |\n|---|---|---|---|---|---|---|\n"
    rows = (
        (
            f"`{line.column}`",
            line.kind.value,
            line.holds,
            _ground(line.on),
            line.until.label,
            ", ".join(map(str, line.seen_by)),
            "In the sealed backup." if copied is Leaves.RECORDS else "In no backup.",
        )
        for line, copied in PLACES
    )
    return head + "".join(map(_row, rows))


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "/") for cell in cells) + " |\n"
