"""Service points: behind the wall of their society."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [("network", "0002_rows")]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='ServicePoint',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('fixed', 'In one place'), ('mobile', 'Moving: a car, a bus or on foot'), ('boat', 'On a boat'), ('train', 'On a train')], max_length=10)),
                        ('place', kintrace.vault.fields.StaffText()),
                        ('hours', models.CharField(blank=True, max_length=200)),
                        ('languages', models.JSONField(default=list)),
                        ('equipment', models.JSONField(default=dict)),
                        ('slots', models.PositiveSmallIntegerField(default=0)),
                        ('state', models.CharField(choices=[('active', 'At work'), ('ended', 'Ended')], default='active', max_length=10)),
                        ('since', models.DateField(default=django.utils.timezone.localdate)),
                        ('desk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='network.desk')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                        'indexes': [models.Index(fields=['society', 'state'], name='servicepoint_society_state')],
                        'constraints': [models.UniqueConstraint(fields=('society', 'name'), name='a_point_is_named_once'), models.CheckConstraint(condition=models.Q(('slots__lte', 200)), name='a_board_has_an_end'), models.CheckConstraint(condition=models.Q(('kind__in', ['fixed', 'mobile', 'boat', 'train'])), name='point_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ['active', 'ended'])), name='point_state_known')],
                    },
                ),
            ],
        ),
        Rows("servicepoints_servicepoint"),
    ]
