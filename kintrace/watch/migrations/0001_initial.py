import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.fields
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
                    name='Alarm',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('rule', models.CharField(choices=[('many_an_hour', 'Many records were opened within an hour'), ('many_a_day', 'Many records were opened within a day'), ('many_lists', 'Many lists were looked through, or many searches made'), ('slow', 'Much more was read over weeks than this member usually reads'), ('off_hours', 'Many records were opened outside your hours of work'), ('went_on', 'A member gave a reason and read on beyond the limit'), ('file', 'Personal data was printed or taken out as a file'), ('canary', 'An invented case was opened, which nobody needs to open'), ('box', 'Opening a box failed again and again'), ('keys', 'A member was given a box, or keys were made anew'), ('chain', 'The audit was changed or cut')], max_length=20)),
                        ('member', models.UUIDField(null=True)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('count', models.PositiveIntegerField()),
                        ('rang', models.DateTimeField(default=django.utils.timezone.now)),
                        ('answered', models.DateTimeField(null=True)),
                        ('answered_by', models.UUIDField(null=True)),
                        ('note', kintrace.vault.fields.StaffText(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'rang'], name='watch_alarm_rang')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered', None), ('answered_by', None)), models.Q(('answered__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='an_alarm_is_answered_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Reason',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('member', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('words', kintrace.vault.fields.StaffText()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'member', 'at'], name='watch_reason_member')],
                    },
                ),
                migrations.CreateModel(
                    name='Canary',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('planted', models.DateTimeField(default=django.utils.timezone.now)),
                        ('told', kintrace.vault.fields.StaffJSON()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Hours',
                    fields=[
                        ('society', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='network.society')),
                        ('zone', models.CharField(max_length=60)),
                        ('days', models.JSONField()),
                        ('opens', models.TimeField()),
                        ('closes', models.TimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('opens__lt', models.F('closes'))), name='hours_open_before_they_close')],
                    },
                ),
                migrations.CreateModel(
                    name='Patrol',
                    fields=[
                        ('society', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='network.society')),
                        ('seq', models.PositiveBigIntegerField()),
                        ('proved_seq', models.PositiveBigIntegerField(default=0)),
                        ('proved_mac', models.BinaryField(max_length=32, null=True)),
                        ('again_seq', models.PositiveBigIntegerField(default=0)),
                        ('again_mac', models.BinaryField(max_length=32, null=True)),
                        ('looked_back', models.DateField(null=True)),
                    ],
                ),
            ],
        ),
    ]
