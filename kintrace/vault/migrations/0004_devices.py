"""A pair for the tablets of a society: what they keep without network is sealed to it."""

import uuid

from django.db import migrations, models

from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [("vault", "0003_network")]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='DeviceKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField(unique=True)),
                        ('file', models.UUIDField()),
                        ('public', models.BinaryField()),
                        ('wrapped', models.BinaryField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                ),
            ]
        ),
        Rows("vault_devicekey"),
    ]
