"""Two models for tests alone, in temporary tables: they belong to no installed app."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import connection, models

from kintrace.vault.fields import (
    BoxJSON,
    BoxText,
    Sealed,
    SealedJSON,
    SealedText,
    StaffJSON,
    StaffText,
)


class Paper(Sealed):
    """A row of a file."""

    DATA = {"title": "routing"}

    society_id = models.UUIDField()
    title = models.CharField(max_length=20, default="")
    told = SealedText()
    facts = SealedJSON(default=dict)
    aside = SealedText(null=True)
    contact = BoxText(null=True)
    notes = BoxJSON(null=True, box="protection")

    objects: ClassVar[models.Manager["Paper"]] = models.Manager()

    class Meta:
        app_label = "vault_tests"


class Clerk(models.Model):
    """A row of a society."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    society_id = models.UUIDField()
    name = StaffText()
    habits = StaffJSON(default=list)

    objects: ClassVar[models.Manager["Clerk"]] = models.Manager()

    class Meta:
        app_label = "vault_tests"

    def __str__(self) -> str:
        return f"clerk {self.pk}"


def make_tables() -> None:
    """Create the temporary tables on this connection."""
    for model in (Paper, Clerk):
        sql, params = connection.schema_editor().table_sql(model)
        temporary = sql.replace("CREATE TABLE", "CREATE TEMPORARY TABLE IF NOT EXISTS", 1)
        with connection.cursor() as cursor:
            cursor.execute(temporary, params)


def raw(model: type[models.Model], row: Any, column: str) -> bytes:
    """Read what the database really holds."""
    with connection.cursor() as cursor:
        key = model._meta.pk
        cursor.execute(
            f'SELECT "{column}" FROM "{model._meta.db_table}" WHERE id = %s',  # noqa: S608
            [key.get_db_prep_value(row.pk, connection)],
        )
        return bytes(cursor.fetchone()[0])


def overwrite(row: Paper, column: str, sealed: bytes) -> None:
    """Put bytes into a column behind the field's back, as a thief of the database could."""
    with connection.cursor() as cursor:
        key = Paper._meta.pk.get_db_prep_value(row.pk, connection)
        change = f"UPDATE vault_tests_paper SET {column} = %s WHERE id = %s"  # noqa: S608
        cursor.execute(change, [sealed, key])
