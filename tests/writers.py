"""Which functions of the program write a column about a person we serve, read from their source.

A column of class personal or box is written by setting it on a row (`row.told = …`), or by naming
it when the row is made (`Draft(told=…)`); a photo or a paper by `keep` of the sealed files.
`setattr` would escape the reading, so whoever uses it counts as a writer.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps

from kintrace.vault.classes import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
ABOUT_PEOPLE = {"personal", "box"}
# They play and plant in made-up houses; what they do there they do by the actions below.
MADE_UP = {"demo", "steal"}
PHOTO = "a photo"
ANYTHING = "whatever setattr names"

Written = dict[str, set[str]]  # function → columns


def columns() -> dict[str, set[str]]:
    """Name of a column about people → the models that have it."""
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        if model.__module__.startswith("kintrace."):
            for column, kind in classes_of(model).items():
                if kind in ABOUT_PEOPLE:
                    found.setdefault(column, set()).add(model.__name__)
    return found


def writers() -> Written:
    """Every function of the house that writes one of them, by module and name."""
    found: Written = {}
    for path in sorted((ROOT / "kintrace").rglob("*.py")):
        parts = path.relative_to(ROOT / "kintrace").with_suffix("").parts
        if not MADE_UP & set(parts) and not {"tests", "migrations", "vault"} & set(parts):
            found |= of_source(path.read_text(), ".".join(parts))
    return found


def of_source(source: str, module: str) -> Written:
    """The writers in one module."""
    known = columns()
    wrote = {
        f"{module}.{function.name}": set(_written(function, known))
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return {name: names for name, names in wrote.items() if names}


def _written(function: ast.AST, known: dict[str, set[str]]) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            yield from (name for name in _set(node) if name in known)
        elif isinstance(node, ast.Call):
            yield from _made(node, known)


def _set(node: ast.Assign | ast.AugAssign | ast.AnnAssign) -> Iterator[str]:
    """The attributes of rows that an assignment sets."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for one in target.elts if isinstance(target, ast.Tuple) else [target]:
            if isinstance(one, ast.Attribute) and not _is_own_memory(one.value):
                yield one.attr


def _is_own_memory(held: ast.expr) -> bool:
    """Something that lives with the process and is no row: `self`, a module's `_known`."""
    return ast.unparse(held).startswith(("self", "_"))


def _made(call: ast.Call, known: dict[str, set[str]]) -> Iterator[str]:
    """Columns named when a row is made: `Model(…)`, `Model.objects.create(…)` and its like."""
    called = ast.unparse(call.func)
    if called in {"safe_files.keep", "safe_parts.keep"}:
        yield PHOTO
    if called == "setattr":
        yield ANYTHING
    model = called.split(".")[0]
    yield from (
        word.arg for word in call.keywords if word.arg and model in known.get(word.arg, set())
    )
