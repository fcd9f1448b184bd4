import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Lower, Upper

import kintrace.vault.fields
from kintrace.vault.rows import Rows

ROLES = [
    ("volunteer", "Volunteer"),
    ("caseworker", "Caseworker"),
    ("officer", "RFL officer"),
    ("child_protection", "Child-protection officer"),
    ("data_protection", "Data-protection officer"),
    ("society_admin", "Society administrator"),
    ("network_admin", "Network administrator"),
    ("auditor", "Auditor"),
]


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Society",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "code",
                    models.CharField(
                        max_length=8,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2,8}\\Z", "Use 2 to 8 letters from A to Z."
                            )
                        ],
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("national_society", "National Society"),
                            ("delegation", "ICRC delegation"),
                            ("network_office", "Network office"),
                        ],
                        default="national_society",
                        max_length=20,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}\\Z", "Use the two letters of the country, such as AT."
                            )
                        ],
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("phone", models.CharField(blank=True, max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "Active"), ("left", "Left the network")],
                        default="active",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code", Upper("code"))), name="society_code_in_capitals"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["active", "left"])), name="society_state_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Desk",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("address", models.TextField(blank=True)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("languages", models.JSONField(default=list)),
                (
                    "society",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="desks",
                        to="network.society",
                    ),
                ),
            ],
            options={"ordering": ["name", "pk"]},
        ),
        migrations.CreateModel(
            name="SocietySettings",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(default="en", max_length=10)),
                ("mailbox", kintrace.vault.fields.StaffText()),
                (
                    "society",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settings",
                        to="network.society",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sign_in",
                    models.CharField(
                        max_length=40,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9._-]{2,39}\\Z",
                                "Use 3 to 40 letters from a to z, digits, dots, dashes or underscores.",
                            )
                        ],
                    ),
                ),
                ("role", models.CharField(choices=ROLES, max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[("invited", "Invited"), ("active", "Active"), ("left", "Left")],
                        default="invited",
                        max_length=10,
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("sessions_ended", models.PositiveIntegerField(default=0)),
                ("name", kintrace.vault.fields.StaffText()),
                ("email", kintrace.vault.fields.StaffText()),
                ("phone", kintrace.vault.fields.StaffText()),
                (
                    "society",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="network.society",
                    ),
                ),
            ],
            options={
                "ordering": ["sign_in"],
                "indexes": [models.Index(fields=["society", "state"], name="member_society_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sign_in", Lower("sign_in"))),
                        name="member_sign_in_in_small_letters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", [code for code, _ in ROLES])), name="member_role_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["invited", "active", "left"])),
                        name="member_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OneTimeLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(choices=[("invitation", "Invitation"), ("reset", "Reset")], max_length=10),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                ("until", models.DateTimeField()),
                ("used", models.DateTimeField(blank=True, null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["invitation", "reset"])), name="link_kind_known"
                    ),
                ],
            },
        ),
        # The public side reads societies and desks; members and links are read before the society
        # is known, so no row security can stand before them.
        Rows("network_society", society=None, staff="SELECT, INSERT, UPDATE", public="SELECT"),
        Rows("network_desk", society=None, staff="SELECT, INSERT, UPDATE, DELETE", public="SELECT"),
        Rows("network_societysettings", society="society_id", staff="SELECT, INSERT, UPDATE"),
        Rows("network_member", society=None, staff="SELECT, INSERT, UPDATE"),
        Rows("network_onetimelink", society=None, staff="SELECT, INSERT, UPDATE, DELETE"),
    ]
