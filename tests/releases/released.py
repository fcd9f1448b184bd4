"""What the releases hold: their migrations as they were, and the schema their programs know."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED

from tests.releases.place import LIST, RELEASES

if TYPE_CHECKING:
    from django.db.migrations.state import ModelState, ProjectState
    from django.db.models import Field


# Asked for the names of its types only; it never connects.
POSTGRESQL = DatabaseWrapper({"NAME": "nowhere", "OPTIONS": {}, "TIME_ZONE": None}, "rules")

Schema = dict[str, dict[str, "Column"]]


@dataclass(frozen=True)
class Column:
    """What a program that is still running rests on."""

    kind: str
    null: bool
    has_default: bool  # in the database: who does not know the column can still write rows


@dataclass(frozen=True)
class Release:
    """A version, and the sum of each migration that it holds."""

    version: str
    sums: dict[str, str]

    @property
    def nodes(self) -> list[tuple[str, str]]:
        return [(name.split(".")[0], name.split(".")[1]) for name in self.sums]


def releases(folder: Path = RELEASES) -> list[Release]:
    """All there are, the oldest first."""
    found = [_read(file) for file in folder.glob(f"*/{LIST}")]
    return sorted(found, key=lambda one: [int(part) for part in one.version.split(".")])


def _read(file: Path) -> Release:
    lines = [line.partition(" ") for line in file.read_text().splitlines()]
    return Release(file.parent.name, {name: digest for name, _, digest in lines})


def sums() -> dict[str, str]:
    """The sum of every migration of ours that stands in this tree."""
    ours = [app for app in apps.get_app_configs() if app.name.startswith("kintrace.")]
    return {
        f"{app.label}.{file.stem}": hashlib.sha256(file.read_bytes()).hexdigest()
        for app in ours
        for file in sorted(Path(app.path, "migrations").glob("[0-9]*.py"))
    }


def write(folder: Path) -> None:
    """The list of this tree, for the release that is made of it."""
    lines = [f"{name} {digest}" for name, digest in sorted(sums().items())]
    (folder / LIST).write_text("\n".join([*lines, ""]))


@cache
def loader() -> MigrationLoader:
    return MigrationLoader(None, ignore_no_migrations=True)


def state_of(release: Release) -> ProjectState:
    """The models as that version's program knows them."""
    state: ProjectState = loader().project_state(release.nodes)
    return state


def schema_of(state: ProjectState) -> Schema:
    """Tables and columns of ours."""
    return {
        model._meta.db_table: {
            str(field.column): column_of(field) for field in model._meta.local_concrete_fields
        }
        for model in state.apps.get_models(include_auto_created=True)
        if model._meta.app_label in {app for app, _ in loader().graph.nodes}
    }


def column_of(field: Field[object, object]) -> Column:
    default = field.db_default is not NOT_PROVIDED or field.db_parameters(POSTGRESQL)["type"] in {
        "bigserial",
        "serial",
    }
    return Column(str(field.db_type(POSTGRESQL)), bool(field.null), default)


def table_of(model: ModelState) -> str:
    """The name that Django gives a model's table, or that the model chose."""
    return str(model.options.get("db_table") or f"{model.app_label}_{model.name}".lower())
