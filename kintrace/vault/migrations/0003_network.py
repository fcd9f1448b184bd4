"""Keys for comparing across societies: the matching worker's slots, pairs for what machines find."""

import uuid

from django.db import migrations, models

from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_rows")]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='IntakeKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField(unique=True)),
                        ('file', models.UUIDField()),
                        ('public', models.BinaryField()),
                        ('wrapped', models.BinaryField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='MatchKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField(unique=True)),
                        ('file', models.UUIDField()),
                        ('sealed', models.BinaryField()),
                        ('pair', models.CharField(max_length=64)),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='NetworkSlot',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(unique=True)),
                        ('society_id', models.UUIDField(db_index=True)),
                        ('wrapped', models.BinaryField()),
                    ],
                ),
            ]
        ),
        Rows("vault_matchkey", matcher="SELECT"),
        Rows("vault_networkslot", matcher="SELECT"),
        Rows("vault_intakekey", matcher="SELECT"),
    ]
