"""Whom of ours another society's request may mean: behind the wall of the society that is asked."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_rows"),
        ("matching", "0001_initial"),
        ("network", "0002_rows"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Held",
                    fields=[
                        ("incoming", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="+", serialize=False, to="cases.incoming")),
                        ("at", models.DateTimeField(null=True)),
                        ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society")),
                    ],
                ),
                migrations.CreateModel(
                    name="Meant",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("subject", models.UUIDField(db_index=True)),
                        ("number", models.BigIntegerField()),
                        ("is_not", models.BooleanField(default=False)),
                        ("found", models.DateTimeField(default=django.utils.timezone.now)),
                        ("incoming", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.incoming")),
                        ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("incoming", "subject"), name="meant_once_a_request")],
                    },
                ),
            ],
        ),
        Rows("matching_held"),
        Rows("matching_meant"),
    ]
