"""A set-up with which many tests begin: played once, and laid down again for every further test.

To found a society, with its members' keys and its ceremony, takes twenty times as long as to write
its rows. So what a set-up left behind is kept: rows, files, and what it answered. It is laid down
only where nothing else was written since the test began but what was laid down before it, so that
a test never sees what playing it anew would not have left. PostgreSQL, where a row is written by
the right role only, plays it each time.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from freezegun.api import FakeDatetime

from kintrace.vault import ledger, stores
from kintrace.vault.stores.disk import OnDisk

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")
Rows = dict[str, set[tuple[Any, ...]]]
Key = tuple[object, ...]


@dataclass(frozen=True)
class _Kept:
    rows: Rows
    files: dict[str, bytes]
    ledger: bytes
    answer: Any


@dataclass
class _Now:
    """How many rows this test has written, all of them by what is in `laid`."""

    changes: tuple[int, int] | None = None
    laid: Key = ()


_NOW = _Now()
_KEPT: dict[Key, _Kept] = {}


def begin() -> None:
    """A test begins: whatever is in the database now, nobody remembered it."""
    _NOW.changes, _NOW.laid = _changes(), ()


def remembered(build: Callable[P, T]) -> Callable[P, T]:
    """`build` is the same for the same arguments, at the same moment of a clock that stands."""

    @wraps(build)
    def again(*args: P.args, **kwargs: P.kwargs) -> T:
        if not _is_clear():
            return build(*args, **kwargs)
        named = tuple(map(_named, (*args, *kwargs.items())))
        key = (*_NOW.laid, (build.__qualname__, named, _moment(), ledger.where()))
        if key not in _KEPT:
            before = _all_rows(), _all_files()
            built = build(*args, **kwargs)
            more = _more(before[0]), _more_files(before[1])
            _KEPT[key] = _Kept(*more, _ledger(), _anew(built))
        else:
            built = _lay(_KEPT[key])
        _NOW.changes, _NOW.laid = _changes(), key
        return built

    return again


def _named(argument: Any) -> object:
    """What tells one argument from another: its words, or the row it stands for."""
    if isinstance(argument, Model):
        return argument.pk
    if isinstance(argument, dict):
        return tuple(map(_named, argument.items()))
    if isinstance(argument, tuple):
        return tuple(map(_named, argument))
    if is_dataclass(argument):
        return tuple(_named(getattr(argument, one.name)) for one in fields(argument))
    return str(argument)


def _moment() -> str:
    now = datetime.now()  # noqa: DTZ005 - a name for the moment, not a time
    return now.isoformat() if type(now) is FakeDatetime else ""


def _changes() -> tuple[int, int] | None:
    """Which connection, and how many rows it has written; nothing where there is none."""
    raw = connection.connection
    return (id(raw), raw.total_changes) if connection.vendor == "sqlite" and raw else None


def _is_clear() -> bool:
    """Whether this test has written nothing but what was laid down, into tables that were empty."""
    if connection.vendor != "sqlite" or _NOW.changes is None or _NOW.changes != _changes():
        return False
    if not isinstance(stores.sealed(), OnDisk):
        return False  # the files of a set-up lie where nobody copies them
    return bool(_NOW.laid) or not _rows_of("network_society")


@cache
def _tables() -> tuple[str, ...]:
    return tuple(name for name in connection.introspection.table_names() if name[0] != "_")


def _rows_of(table: str) -> set[tuple[Any, ...]]:
    return set(connection.connection.execute(f"SELECT {_columns(table)} FROM {table}"))  # noqa: S608


@cache
def _columns(table: str) -> str:
    """The columns as they are stored: an expression has no type to be read by."""
    described = connection.connection.execute(f"PRAGMA table_info({table})")
    return ", ".join(f'+"{row[1]}"' for row in described)


def _all_rows() -> Rows:
    return {table: _rows_of(table) for table in _tables()}


def _more(before: Rows) -> Rows:
    after = _all_rows()
    return {table: more for table in after if (more := after[table] - before[table])}


def _folders() -> dict[str, Path]:
    return {name: Path(getattr(settings, name)) for name in ("SAFE_FILES", "FACES", "PINS")}


def _all_files() -> dict[str, bytes]:
    return {
        f"{name}/{path.relative_to(place)}": path.read_bytes()
        for name, place in _folders().items()
        for path in (place, *place.rglob("*"))
        if path.is_file()
    }


def _more_files(before: dict[str, bytes]) -> dict[str, bytes]:
    return {name: held for name, held in _all_files().items() if before.get(name) != held}


def _ledger() -> bytes:
    where = ledger.where()
    return where.read_bytes() if where.exists() else b""


def _lay(kept: _Kept) -> Any:
    with transaction.atomic():
        for table, rows in kept.rows.items():
            places = ", ".join("?" * len(next(iter(rows))))
            sql = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608
            connection.connection.executemany(sql, rows)
    for name, held in kept.files.items():
        folder, _, rest = name.partition("/")
        path = _folders()[folder] / rest
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)
    # Of the same society another test has erased people: nobody has yet.
    ledger.where().write_bytes(kept.ledger)
    return _anew(kept.answer)


def _anew(answer: Any) -> Any:
    """The same, with every row read again: what a test does to one is not seen by the next."""
    if isinstance(answer, Model):
        return type(answer)._base_manager.get(pk=answer.pk)  # noqa: SLF001 - Django's documented name
    if isinstance(answer, dict):
        return {name: _anew(one) for name, one in answer.items()}
    if isinstance(answer, tuple | list):
        return type(answer)(map(_anew, answer))
    if is_dataclass(answer) and not isinstance(answer, type):
        return replace(
            answer, **{one.name: _anew(getattr(answer, one.name)) for one in fields(answer)}
        )
    return answer
