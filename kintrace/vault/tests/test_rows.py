"""The wall around rows on PostgreSQL: each society its own, the public side what it was granted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from kintrace.vault import migrations
from kintrace.vault.actions import make_record_key, open_file
from kintrace.vault.models import (
    BoxGrant,
    BoxKey,
    FormerHolder,
    MemberKey,
    RecordKey,
    SigningList,
    Slot,
)
from kintrace.vault.reader import reading_as
from kintrace.vault.rows import Grant, PublicRows, Rows, StaffReads

pytestmark = pytest.mark.database_bound
AsPublic = Callable[[], AbstractContextManager[BaseDatabaseWrapper]]
WALLED: list[tuple[type[models.Model], dict[str, Any]]] = [
    (SigningList, {"number": 1, "body": b"x", "fingerprint": "x", "signatures": []}),
    (BoxGrant, {"member_id": UUID(int=1), "box": "b", "version": 1, "sealed": b"x"}),
    (MemberKey, dict.fromkeys(("box_public", "signing_public", "salt", "wrapped"), b"x")),
    (FormerHolder, {"member_id": UUID(int=1), "box": "b", "version": 1}),
    (RecordKey, {"root_version": 1, "wrapped": b"x"}),
    (Slot, {"file": UUID(int=2), "wrapped": b"x"}),
]
MORE: dict[type[models.Model], dict[str, Any]] = {
    BoxGrant: {"signatures": []},
    MemberKey: {"recovery_salt": b"x", "recovery_wrapped": b"x"},
}


def rows_of(model: type[models.Model]) -> models.QuerySet[Any]:
    return models.QuerySet(model)


def add(model: type[models.Model], values: dict[str, Any], *, society: UUID) -> None:
    extra = dict(MORE.get(model, {}))
    if model is MemberKey:
        extra["member_id"] = uuid4()
    if model is Slot:
        extra["owner_id"] = society
    rows_of(model).create(society_id=society, **values, **extra)


@pytest.mark.usefixtures("postgres", "db")
@pytest.mark.parametrize(("model", "values"), WALLED, ids=lambda v: getattr(v, "__name__", ""))
def test_a_society_sees_and_writes_its_own_rows_alone(
    model: type[models.Model], values: dict[str, Any]
) -> None:
    mine, theirs = uuid4(), uuid4()
    rows = rows_of(model)
    with reading_as(mine):
        add(model, values, society=mine)
        assert rows.count() == 1
    assert rows.count() == 0
    with reading_as(theirs):
        assert rows.count() == 0
        assert rows.update(society_id=theirs) == 0
        assert rows.delete()[0] == 0
        with pytest.raises(ProgrammingError), transaction.atomic():
            add(model, values, society=mine)
    with reading_as(mine):
        with pytest.raises(ProgrammingError), transaction.atomic():
            rows.update(society_id=theirs, **({"owner_id": theirs} if model is Slot else {}))
        assert rows.count() == 1


@pytest.mark.usefixtures("postgres", "db")
def test_what_a_reader_sees_ends_with_it() -> None:
    mine, theirs = uuid4(), uuid4()
    for society in (mine, theirs):
        make_record_key(society)

    def seen() -> set[UUID]:
        return set(RecordKey.objects.values_list("society_id", flat=True))

    with reading_as(mine, member=uuid4()):
        with reading_as(theirs):
            assert seen() == {theirs}
        assert seen() == {mine}
        with pytest.raises(ZeroDivisionError), reading_as(theirs):
            _ = 1 / 0
        assert seen() == {mine}
        with pytest.raises(ProgrammingError), reading_as(theirs):
            connection.cursor().execute("SELECT nothing")
        assert seen() == {mine}
        with transaction.atomic(), reading_as(theirs):
            transaction.set_rollback(True)
        assert seen() == {mine}
    assert seen() == set()


@pytest.mark.usefixtures("postgres", "transactional_db")
def test_a_pooled_connection_brings_nothing_from_the_last_request() -> None:
    society = uuid4()
    make_record_key(society)
    with reading_as(society):
        open_file(society)
    assert not connection.in_atomic_block
    assert not Slot.objects.exists()


def test_the_public_side_reads_public_halves_and_nothing_else(as_public_role: AsPublic) -> None:
    with as_public_role():
        assert not BoxKey.objects.exists()
        for model in (RecordKey, Slot, SigningList, MemberKey, BoxGrant):
            with pytest.raises(ProgrammingError):
                rows_of(model).exists()
        with pytest.raises(ProgrammingError):
            BoxKey.objects.create(
                society_id=uuid4(), box="b", public=b"", signing_list=b"", signatures=[]
            )


@pytest.mark.usefixtures("postgres", "db")
def test_the_serving_role_cannot_take_the_wall_down() -> None:
    for statement in (
        "ALTER TABLE vault_slot DISABLE ROW LEVEL SECURITY",
        "DROP POLICY staff ON vault_slot",
        "SET row_security = off; SELECT * FROM vault_slot",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_every_table_of_the_vault_has_its_operation() -> None:
    folder = Path(migrations.__file__ or "").parent
    written: list[Any] = [
        import_module(f"{migrations.__name__}.{file.stem}").Migration
        for file in folder.glob("0*.py")
    ]
    steps = [step for migration in written for step in migration.operations]
    named = {step.table for step in steps if isinstance(step, Rows)}
    assert named == {model._meta.db_table for model in apps.get_app_config("vault").get_models()}


def statements(operation: Rows, *, vendor: str = "postgresql", back: bool = False) -> list[str]:
    ran: list[str] = []
    editor: Any = SimpleNamespace(connection=SimpleNamespace(vendor=vendor), execute=ran.append)
    step = operation.database_backwards if back else operation.database_forwards
    step("vault", editor, None, None)
    return ran


def test_rows_do_nothing_on_sqlite() -> None:
    assert statements(Rows("t"), vendor="sqlite") == []


def test_rows_of_two_societies_have_a_policy_for_either() -> None:
    (policy,) = (s for s in statements(Rows("t", society=("a_id", "b_id"))) if "POLICY" in s)
    assert policy.count('"a_id" = (SELECT') == policy.count('"b_id" = (SELECT') == 2


def test_the_public_role_has_a_policy_for_each_right_and_no_more() -> None:
    made = statements(Rows("t", public="SELECT, INSERT"))
    public = [s for s in made if "public_" in s and "POLICY" in s]
    assert [s.split()[2] for s in public] == ["public_select", "public_insert"]
    assert not any(
        "POLICY" in s or "SECURITY" in s for s in statements(Grant("t", public="SELECT"))
    )


def test_every_step_forwards_has_its_step_back() -> None:
    operation = Rows("t", public="INSERT")
    ahead, back = statements(operation), statements(operation, back=True)
    assert sum("CREATE POLICY" in s for s in ahead) == sum("DROP POLICY" in s for s in back) == 2
    assert sum("GRANT" in s for s in ahead) == sum("REVOKE" in s for s in back) == 3


def test_the_public_role_may_read_some_rows_of_a_table_only() -> None:
    some = PublicRows("t", where="state = 'approved'")
    assert statements(some) == ["ALTER POLICY public_select ON \"t\" USING (state = 'approved')"]
    assert statements(some, back=True) == ['ALTER POLICY public_select ON "t" USING (true)']
    assert statements(some, vendor="sqlite") == []


def test_members_may_read_what_is_public_of_others_and_nobody_reads_without_a_society() -> None:
    some = StaffReads("t", where="shown")
    [policy] = statements(some)
    assert policy.startswith('CREATE POLICY staff_reads ON "t" FOR SELECT TO "kintrace_staff"')
    assert policy.endswith("IS NOT NULL AND (shown))")
    assert statements(some, back=True) == ['DROP POLICY staff_reads ON "t"']
    assert statements(some, vendor="sqlite") == []
