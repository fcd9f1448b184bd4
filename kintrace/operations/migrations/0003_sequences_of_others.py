"""The backup role reads where the counters of borrowed tables stand; a dump asks for them."""

from typing import Any

from django.conf import settings
from django.db import migrations


def let_backup_read(_apps: Any, schema_editor: Any) -> None:
    run(schema_editor, "GRANT SELECT", "TO")


def take_back(_apps: Any, schema_editor: Any) -> None:
    run(schema_editor, "REVOKE SELECT", "FROM")


def run(schema_editor: Any, what: str, whom: str) -> None:
    """For the counters there are, and for those that migrations make later."""
    if schema_editor.connection.vendor != "postgresql":
        return
    role = settings.DATABASE_ROLES["backup"]
    schema_editor.execute(f'{what} ON ALL SEQUENCES IN SCHEMA public {whom} "{role}"')
    schema_editor.execute(
        f'ALTER DEFAULT PRIVILEGES IN SCHEMA public {what} ON SEQUENCES {whom} "{role}"'
    )


class Migration(migrations.Migration):
    dependencies = [("operations", "0002_due")]

    operations = [migrations.RunPython(let_backup_read, take_back)]
