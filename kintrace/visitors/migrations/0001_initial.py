import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.tables
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_initial'),
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='DayCount',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('kind', models.CharField(max_length=30)),
                        ('language', models.CharField(default='', max_length=10)),
                        ('count', models.PositiveBigIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('day', 'kind', 'language'), name='visitors_daycount_once_a_language')],
                    },
                ),
                migrations.CreateModel(
                    name='Challenge',
                    fields=[
                        ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ('until', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Network',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('desk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.desk')),
                        ('addresses', models.CharField(max_length=49)),
                        ('times', models.PositiveSmallIntegerField(default=10)),
                        ('named', models.DateField(default=django.utils.timezone.localdate)),
                    ],
                    options={
                        'ordering': ['addresses'],
                        'constraints': [models.UniqueConstraint(fields=('society', 'addresses'), name='visitors_network_once'), models.CheckConstraint(condition=models.Q(('times__range', (2, 10))), name='visitors_network_times')],
                    },
                ),
            ],
        ),
    ]
