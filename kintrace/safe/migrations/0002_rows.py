"""Who may touch the table."""

from django.db import migrations

from kintrace.vault.rows import ALL, Grant


class Migration(migrations.Migration):
    dependencies = [("safe", "0001_initial")]

    operations = [
        # About nobody that we know, and of no society. The staff worker forgets what is too old.
        Grant("safe_box", staff="SELECT, DELETE", public=ALL),
    ]
