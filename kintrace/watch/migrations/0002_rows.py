"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("watch", "0001_initial")]

    operations = [
        *(Rows(f"watch_{name}") for name in ("alarm", "canary", "hours", "patrol", "reason")),
    ]
