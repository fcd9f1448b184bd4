"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import ALL, Grant, Rows


class Migration(migrations.Migration):
    dependencies = [("visitors", "0001_initial")]

    operations = [
        # Counts are about nobody and no society; the public side adds to them.
        Rows("visitors_daycount", society=None, public="SELECT, INSERT, UPDATE"),
        # A used pass is about nobody and no society; the public side writes it and sweeps.
        Grant("visitors_challenge", public=ALL),
        # A society names its own; the public side reads them all.
        Rows("visitors_network", public="SELECT"),
    ]
