"""People whom a point sees again, what they carry on, slips and bookings.

A hand-over names no society and stands outside the wall: it is opened at a point of any of them.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Grant, Rows
from kintrace.vault.tables import Tables

_ID = ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False))
_FILE = ("file", models.UUIDField(db_index=True))


def _to(name, *, null=False, on_delete=django.db.models.deletion.PROTECT, related="+"):
    more = {"null": True} if null else {}
    return models.ForeignKey(on_delete=on_delete, related_name=related, to=name, **more)


_LOST = django.db.models.deletion.SET_NULL


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_rows"),
        ("servicepoints", "0005_devices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="HandOver",
                    fields=[
                        _ID,
                        ("lookup", models.BinaryField(max_length=16, unique=True)),
                        ("sealed", models.BinaryField()),
                        ("opened", models.PositiveSmallIntegerField(default=0)),
                        ("until", models.DateField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Registration",
                    fields=[
                        _ID,
                        _FILE,
                        ("subject", models.UUIDField(unique=True)),
                        ("is_guarded", models.BooleanField(default=False)),
                        ("told", kintrace.vault.fields.SealedJSON(null=True)),
                        ("guarded", kintrace.vault.fields.BoxJSON(null=True)),
                        ("next_on", models.DateField(null=True)),
                        ("hand_over", models.UUIDField(null=True)),
                        ("taken_at", models.DateTimeField(null=True)),
                        ("made", models.DateTimeField(default=django.utils.timezone.now)),
                        ("until", models.DateField()),
                        ("by", _to(settings.AUTH_USER_MODEL, null=True, on_delete=_LOST)),
                        ("next_at", _to("servicepoints.servicepoint", null=True)),
                        ("point", _to("servicepoints.servicepoint")),
                        ("society", _to("network.society")),
                    ],
                    options={
                        "ordering": ["next_on", "made", "pk"],
                        "indexes": [
                            models.Index(fields=["society", "next_on"], name="points_reg_next"),
                            models.Index(fields=["society", "until"], name="points_reg_until"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("guarded__isnull", True), ("is_guarded", False))
                                | models.Q(("is_guarded", True), ("told__isnull", True)),
                                name="what_is_guarded_lies_in_the_box_alone",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        _ID,
                        ("came", models.CharField(choices=[("seen", "Seen"), ("missed", "Not seen"), ("moved", "Went on to another place")], max_length=8)),
                        ("day", models.DateField()),
                        ("by", _to(settings.AUTH_USER_MODEL, null=True, on_delete=_LOST)),
                        ("society", _to("network.society")),
                        ("registration", _to("servicepoints.registration", on_delete=django.db.models.deletion.CASCADE, related="meetings")),
                    ],
                    options={"ordering": ["day", "pk"]},
                ),
                migrations.CreateModel(
                    name="Slip",
                    fields=[
                        _ID,
                        ("help", models.CharField(choices=[("family", "Looking for family"), ("health", "A doctor or medicine"), ("legal", "Advice on law"), ("shelter", "A place to sleep"), ("food", "Food and water"), ("cash", "Help with money"), ("education", "School or learning"), ("documents", "Help with documents"), ("reunion", "Bringing a family together"), ("safe_space", "A safe place for women or children")], max_length=10)),
                        ("code", models.CharField(max_length=9)),
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("came_on", models.DateField(null=True)),
                        ("point", _to("servicepoints.servicepoint")),
                        ("society", _to("network.society")),
                    ],
                    options={
                        "ordering": ["-made_on", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("society", "code"), name="one_slip_a_code")],
                    },
                ),
                migrations.CreateModel(
                    name="Booking",
                    fields=[
                        _ID,
                        _FILE,
                        ("day", models.DateField()),
                        ("time", models.TimeField()),
                        ("language", models.CharField(max_length=12)),
                        ("sign", kintrace.vault.fields.SealedText(null=True)),
                        ("state", models.CharField(choices=[("open", "Expected"), ("kept", "The talk took place"), ("cancelled", "Called off")], default="open", max_length=10)),
                        ("by", _to(settings.AUTH_USER_MODEL, null=True, on_delete=_LOST)),
                        ("desk", _to("network.desk", null=True, on_delete=_LOST)),
                        ("society", _to("network.society")),
                    ],
                    options={
                        "ordering": ["day", "time", "pk"],
                        "constraints": [models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("desk", "day", "time"), name="one_talk_at_a_time")],
                    },
                ),
            ],
        ),
        Grant("servicepoints_handover"),
        Rows("servicepoints_registration"),
        Rows("servicepoints_meeting"),
        Rows("servicepoints_slip"),
        Rows("servicepoints_booking"),
    ]
