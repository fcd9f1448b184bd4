"""What members typed onto index cards: in the file of the case, behind the wall of its society."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_came_forward"),
        ("network", "0002_rows"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="OnCard",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("file", models.UUIDField(db_index=True)),
                        ("subject", models.UUIDField(unique=True)),
                        ("mother", kintrace.vault.fields.SealedText()),
                        ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="on_cards", to="cases.case")),
                        ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="network.society")),
                    ],
                    options={"abstract": False},
                ),
            ],
        ),
        Rows("cases_oncard"),
    ]
