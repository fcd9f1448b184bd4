"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]

    operations = [
        Rows("letters_outgoing"),
    ]
