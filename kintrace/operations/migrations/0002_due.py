"""The clocks of duties."""

import uuid

from django.db import migrations, models

from kintrace.vault.rows import Grant


class Migration(migrations.Migration):
    dependencies = [("operations", "0001_tables_of_others")]

    operations = [
        migrations.CreateModel(
            name="Due",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True)),
                ("at", models.DateTimeField(db_index=True)),
                ("last_done", models.DateTimeField(null=True)),
            ],
        ),
        Grant("operations_due"),
    ]
