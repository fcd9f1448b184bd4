"""What the workers say of themselves, what they saw of the house, and how the queue did."""

import uuid

from django.db import migrations, models

from kintrace.vault.rows import Grant
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [("operations", "0002_rows")]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='Beat',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('worker', models.CharField(max_length=64, unique=True)),
                        ('began', models.DateTimeField()),
                        ('at', models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Hour',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begins', models.DateTimeField(unique=True)),
                        ('ready', models.PositiveIntegerField()),
                        ('oldest', models.PositiveIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Look',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('what', models.CharField(max_length=40, unique=True)),
                        ('well', models.BooleanField()),
                        ('number', models.BigIntegerField(null=True)),
                        ('moment', models.DateTimeField(null=True)),
                        ('since', models.DateTimeField()),
                        ('at', models.DateTimeField()),
                    ],
                ),
            ],
        ),
        Grant("operations_beat"),
        Grant("operations_look"),
        Grant("operations_hour"),
    ]
