from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("visitors", "0001_initial")]

    operations = [
        # Counts are about nobody and no society; the public side adds to them.
        Rows("visitors_daycount", society=None, public="SELECT, INSERT, UPDATE"),
    ]
