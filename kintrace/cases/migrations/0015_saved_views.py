"""Where a case was opened, and the views of the list that members name for themselves."""

from uuid import uuid4

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_attestations"),
        ("network", "0007_society_left"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "case",
            "desk",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="network.desk"),
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", kintrace.vault.fields.StaffText()),
                ("query", models.CharField(max_length=200)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ("society", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="network.society")),
            ],
            options={"ordering": ["made", "pk"]},
        ),
        migrations.AddConstraint(
            "savedview",
            models.UniqueConstraint(fields=["member", "query"], name="one_view_of_the_same_filters"),
        ),
        Rows("cases_savedview"),
    ]
