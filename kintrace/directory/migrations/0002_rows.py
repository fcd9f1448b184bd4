"""Who may touch the tables: the public side reads what everybody may know, and nothing else."""

from django.db import migrations

from kintrace.vault.rows import Rows

OF_EVERYBODY = ("place", "organisation", "service", "spoken", "cost", "listing", "phone", "opening")


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [
        *(Rows(f"directory_{name}", public="SELECT") for name in OF_EVERYBODY),
        Rows("directory_confirmation"),
    ]
