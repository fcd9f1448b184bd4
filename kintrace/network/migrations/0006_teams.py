import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows

ID = models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def society() -> models.ForeignKey:
    """Whose row it is."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society"
    )


class Migration(migrations.Migration):
    dependencies = [("network", "0005_retention")]

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", ID.clone()),
                ("name", kintrace.vault.fields.StaffText()),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                ("society", society()),
            ],
            options={"ordering": ["made"]},
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                ("id", ID.clone()),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("society", society()),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="network.team",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("team", "member"), name="team_member_once")
                ],
            },
        ),
        Rows("network_team"),
        Rows("network_teammember"),
    ]
