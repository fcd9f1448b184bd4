import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from kintrace.vault.rows import Rows

CLOSING = [
    ("found", "The family is in touch again"),
    ("withdrawn", "The person asked us to stop"),
    ("not-ours", "Another service helps with this"),
]
KIN = [
    ("parent", "A parent"),
    ("child", "A child"),
    ("sibling", "A brother or sister"),
    ("spouse", "A husband or wife"),
    ("other", "Another relative"),
]
AGES = [
    ("0", "Under 18"),
    ("18", "18 to 59"),
    ("60", "60 and older"),
    ("unknown", "Age not known"),
]
KEPT_FOR = [
    ("news", "News may still come, and the family waits for it"),
    ("reunion", "The family is on its way to live together"),
    ("complaint", "A complaint or a question of law is not settled"),
    ("asked", "The person asked us to keep it"),
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_inbox"), ("network", "0005_retention")]

    operations = [
        migrations.AddField("case", "keep_until", models.DateField(null=True)),
        migrations.AddField(
            "case",
            "kept_for",
            models.CharField(blank=True, choices=KEPT_FOR, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                condition=Q(keep_until=None, kept_for="")
                | (Q(keep_until__isnull=False) & ~Q(kept_for="")),
                name="a_case_is_kept_longer_for_a_reason",
            ),
        ),
        migrations.CreateModel(
            name="PastCases",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("opened", models.PositiveSmallIntegerField()),
                ("closed", models.PositiveSmallIntegerField()),
                ("closing", models.CharField(choices=CLOSING, max_length=12)),
                ("kin", models.CharField(choices=KIN, max_length=10)),
                ("age", models.CharField(choices=AGES, max_length=10)),
                ("count", models.PositiveIntegerField()),
                ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.society")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["society", "opened", "closed", "closing", "kin", "age"],
                        name="past_cases_one_cell",
                    )
                ],
            },
        ),
        Rows("cases_pastcases"),
    ]
