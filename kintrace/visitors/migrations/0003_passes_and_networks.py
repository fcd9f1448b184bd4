import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from kintrace.vault.rows import ALL, Grant, Rows


class Migration(migrations.Migration):
    dependencies = [("visitors", "0002_rows"), ("network", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Challenge",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Network",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("addresses", models.CharField(max_length=49)),
                ("times", models.PositiveSmallIntegerField(default=10)),
                ("named", models.DateField(default=django.utils.timezone.localdate)),
                ("desk", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.desk")),
                ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society")),
            ],
            options={
                "ordering": ["addresses"],
                "constraints": [
                    models.UniqueConstraint(fields=("society", "addresses"), name="visitors_network_once"),
                    models.CheckConstraint(condition=models.Q(("times__range", (2, 10))), name="visitors_network_times"),
                ],
            },
        ),
        # A used pass is about nobody and no society; the public side writes it and sweeps.
        Grant("visitors_challenge", public=ALL),
        # A society names its own; the public side reads them all.
        Rows("visitors_network", public="SELECT"),
    ]
