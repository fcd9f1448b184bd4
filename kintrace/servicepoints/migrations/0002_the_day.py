"""Counts, days and the charging board: behind the wall of their society."""

import uuid

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

import kintrace.servicepoints.charging
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_rows"),
        ("servicepoints", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='ChargingTicket',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('number', models.PositiveSmallIntegerField()),
                        ('token', models.CharField(default=kintrace.servicepoints.charging.new_token, max_length=16, unique=True)),
                        ('state', models.CharField(choices=[('charging', 'Charging'), ('full', 'Full'), ('collected', 'Collected'), ('left', 'Left here, locked away')], default='charging', max_length=10)),
                        ('given', models.DateTimeField()),
                        ('changed', models.DateTimeField()),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='servicepoints.servicepoint')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['number', '-given'],
                        'indexes': [models.Index(fields=['society', 'day'], name='servicepoint_ticket_day')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['charging', 'full'])), fields=('point', 'number'), name='a_slot_holds_one_phone'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='tickets_begin_with_one'), models.CheckConstraint(condition=models.Q(('state__in', ['charging', 'full', 'collected', 'left'])), name='ticket_state_known')],
                    },
                ),
                migrations.CreateModel(
                    name='DailyCount',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('service', models.CharField(choices=[('call', 'Calls'), ('call_5', 'Calls up to 5 minutes'), ('call_15', 'Calls of 5 to 15 minutes'), ('call_more', 'Calls longer than 15 minutes'), ('video', 'Video calls'), ('wifi', 'Wi-Fi'), ('charging', 'Charging'), ('talk', 'Safety talks'), ('brochure', 'Brochures'), ('referral', 'Shown the way')], max_length=10)),
                        ('language', models.CharField(blank=True, max_length=10)),
                        ('band', models.CharField(blank=True, choices=[('f0', 'Girl'), ('f18', 'Woman'), ('f60', 'Woman of 60 or older'), ('m0', 'Boy'), ('m18', 'Man'), ('m60', 'Man of 60 or older')], max_length=3)),
                        ('count', models.PositiveIntegerField(default=0)),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='servicepoints.servicepoint')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['service', 'language', 'band'],
                        'indexes': [models.Index(fields=['society', 'day'], name='servicepoint_count_day')],
                        'constraints': [models.UniqueConstraint(fields=('point', 'day', 'service', 'language', 'band'), name='one_count_a_day'), models.CheckConstraint(condition=models.Q(('service__in', ['call', 'call_5', 'call_15', 'call_more', 'video', 'wifi', 'charging', 'talk', 'brochure', 'referral'])), name='service_known'), models.CheckConstraint(condition=models.Q(('band__in', ['', 'f0', 'f18', 'f60', 'm0', 'm18', 'm60'])), name='band_known')],
                    },
                ),
                migrations.CreateModel(
                    name='PointDay',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('opened', models.DateTimeField()),
                        ('looked_at', models.JSONField(default=list)),
                        ('closed', models.DateTimeField(null=True)),
                        ('left_ready', models.JSONField(default=list)),
                        ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days', to='servicepoints.servicepoint')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['-day'],
                        'constraints': [models.UniqueConstraint(fields=('point', 'day'), name='a_point_has_one_day_a_day'), models.CheckConstraint(condition=models.Q(('closed', None), ('closed__gte', models.F('opened')), _connector='OR'), name='a_day_closes_after_it_opened')],
                    },
                ),
                migrations.CreateModel(
                    name='UsedId',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('used', models.UUIDField()),
                        ('day', models.DateField()),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'day'], name='servicepoint_used_day')],
                        'constraints': [models.UniqueConstraint(fields=('society', 'used'), name='a_deed_counts_once')],
                    },
                ),
            ],
        ),
        Rows("servicepoints_chargingticket"),
        Rows("servicepoints_dailycount"),
        Rows("servicepoints_pointday"),
        Rows("servicepoints_usedid"),
    ]
