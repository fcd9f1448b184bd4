from django.db import migrations, models

from kintrace.vault.gently import IndexBeside


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("protection", "0002_rows")]

    operations = [
        IndexBeside(
            "basis",
            models.Index(
                fields=["society", "told_by"],
                condition=models.Q(("told_by__isnull", False)),
                name="protection_basis_told_by",
            ),
        )
    ]
