"""Who may touch the tables of the clocks, and those that Django, allauth and the jobs bring."""

from typing import Any

from django.conf import settings
from django.db import migrations

from kintrace.vault.rows import Grant

# What the sign-in and the job queue write; no table here knows a society.
WRITTEN = [
    "django_session",
    "django_tasks_database_dbtaskresult",
    "mfa_authenticator",
    "usersessions_usersession",
]
# Filled when migrations run, or to stay empty: nobody who serves people writes them.
READ = [
    "account_emailaddress",
    "account_emailconfirmation",
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
    "django_migrations",
]


def let_backup_read(_apps: Any, schema_editor: Any) -> None:
    """The backup role reads where the counters of borrowed tables stand; a dump asks for them."""
    counters(schema_editor, "GRANT SELECT", "TO")


def take_back(_apps: Any, schema_editor: Any) -> None:
    counters(schema_editor, "REVOKE SELECT", "FROM")


def counters(schema_editor: Any, what: str, whom: str) -> None:
    """For the counters there are, and for those that migrations make later."""
    if schema_editor.connection.vendor != "postgresql":
        return
    role = settings.DATABASE_ROLES["backup"]
    schema_editor.execute(f'{what} ON ALL SEQUENCES IN SCHEMA public {whom} "{role}"')
    schema_editor.execute(
        f'ALTER DEFAULT PRIVILEGES IN SCHEMA public {what} ON SEQUENCES {whom} "{role}"'
    )


class Migration(migrations.Migration):
    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("operations", "0001_initial"),
        ("sessions", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        *(Grant(table) for table in WRITTEN),
        *(Grant(table, staff="SELECT") for table in READ),
        Grant("operations_due"),
        migrations.RunPython(let_backup_read, take_back),
    ]
