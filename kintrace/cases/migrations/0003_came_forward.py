"""Who told us who they are: a lead of its own, behind the wall of its society."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_rows"),
        ("network", "0002_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="CameForward",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("file", models.UUIDField(db_index=True)),
                        ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society")),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        ("subject", models.UUIDField(unique=True)),
                        ("message", models.UUIDField()),
                        ("state", models.CharField(choices=[("open", "Open"), ("closed", "Ended")], default="open", max_length=6)),
                        ("across_societies", models.BooleanField(default=False)),
                        ("told", kintrace.vault.fields.SealedJSON()),
                        ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("made", models.DateTimeField(default=django.utils.timezone.now)),
                        ("searched", models.DateTimeField(null=True)),
                        ("looked_on", models.DateField(null=True)),
                        ("ended", models.DateTimeField(null=True)),
                        ("closing", models.CharField(blank=True, choices=[("related", "It is the family: a case goes on with it"), ("not_related", "It belongs to none of our searches"), ("untrue", "It is not what it says to be"), ("withdrawn", "The person took it back"), ("mistake", "It should not have been written down")], max_length=12)),
                        ("until", models.DateField()),
                    ],
                    options={
                        "ordering": ["-made", "pk"],
                        "indexes": [models.Index(fields=["society", "state", "until"], name="cases_forward_state")],
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("message",), name="came_forward_once_a_message"),
                            models.CheckConstraint(condition=models.Q(models.Q(("closing", ""), ("ended", None), ("state", "open")), models.Q(("ended__isnull", False), ("state", "closed"), models.Q(("closing", ""), _negated=True)), _connector="OR"), name="came_forward_ends_for_a_reason"),
                        ],
                    },
                ),
            ],
        ),
        Rows("cases_cameforward"),
    ]
