"""Who may touch the tables that Django, allauth and the job queue bring along."""

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


class Migration(migrations.Migration):
    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        *(Grant(table) for table in WRITTEN),
        *(Grant(table, staff="SELECT") for table in READ),
    ]
