"""Tablets that work without network, and which of their records were taken."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ('network', '0002_rows'),
        ("servicepoints", "0004_outside"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='Device',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('name', kintrace.vault.fields.StaffText()),
                        ('share', models.PositiveSmallIntegerField()),
                        ('made_by', models.UUIDField()),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                        ('seen', models.DateTimeField(default=django.utils.timezone.now)),
                        ('to_empty', models.DateTimeField(null=True)),
                        ('emptied', models.DateTimeField(null=True)),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='servicepoints.servicepoint')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['-seen', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('share__gt', 0)), fields=('point', 'share'), name='a_share_of_the_board_is_one_devices'), models.CheckConstraint(condition=models.Q(('share__lt', 4)), name='a_board_has_shares'), models.CheckConstraint(condition=models.Q(('emptied', None), ('to_empty__isnull', False), _connector='OR'), name='a_device_is_emptied_when_it_was_asked')],
                    },
                ),
                migrations.CreateModel(
                    name='TakenRecord',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('record', models.UUIDField()),
                        ('day', models.DateField(default=django.utils.timezone.localdate)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'day'], name='servicepoint_taken_day')],
                        'constraints': [models.UniqueConstraint(fields=('society', 'record'), name='a_record_is_taken_once')],
                    },
                ),
            ],
        ),
        Rows("servicepoints_device"),
        Rows("servicepoints_takenrecord"),
    ]
