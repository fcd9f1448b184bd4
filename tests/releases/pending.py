"""The migrations that no release holds yet, each asked before what state it stands."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.apps import apps

from tests.releases import by_hand, released
from tests.releases.rules import Step, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.migrations import Migration
    from django.db.migrations.state import ProjectState

    from tests.releases.released import Schema


def refused(made: Migration, before: ProjectState, known: dict[str, Schema]) -> list[str]:
    """What the rules say of one migration; `before` is left as it is."""
    state = before.clone()
    said: list[str] = []
    for operation in made.operations:
        said += refusals(Step(made, state.clone(), known), operation)
        with suppress(NotImplementedError):  # of an operation that no rule knows
            operation.state_forwards(made.app_label, state)
    return said


def refused_in_this_tree() -> list[str]:
    known = _known()
    return [said for made, before in _pending() for said in refused(made, before, known)]


def refused_in_sql(connection: BaseDatabaseWrapper) -> list[str]:
    """The rules of SQL, of what Django makes of the operations on PostgreSQL.

    What a migration drops with leave (`contracts`) was weighed with its models already.
    """
    known, said = _known(), []
    for made, before in _pending():
        step = Step(made, before, known)
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            made.apply(before.clone(), editor, collect_sql=True)
        for statement in editor.collected_sql:
            said += [f"{made}: {one}" for one in by_hand.asked_of_sql(statement, step)]
    return said


def _known() -> dict[str, Schema]:
    return {one.version: released.schema_of(released.state_of(one)) for one in released.releases()}


def _pending() -> Iterator[tuple[Migration, ProjectState]]:
    """Each with the state before it, in the order in which they run."""
    held = {node for one in released.releases() for node in one.nodes}
    graph = released.loader().graph
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("kintrace.")}
    new = [node for node in graph.nodes if node[0] in ours and node not in held]
    for node in sorted(new, key=lambda one: len(graph.forwards_plan(one))):
        before = released.loader().project_state(node, at_end=False)
        yield graph.nodes[node], before
