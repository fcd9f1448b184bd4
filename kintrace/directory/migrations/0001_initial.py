import django.db.models.deletion
import django.utils.timezone
import kintrace.directory.models
import kintrace.vault.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0002_rows'),
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Place',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('code', models.CharField(default=kintrace.directory.models.new_code, max_length=8, unique=True)),
                        ('country', models.CharField(max_length=2)),
                        ('names', models.JSONField(default=dict)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9a-f]{8}$')), name='directory_place_code_random')],
                    },
                ),
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('name', models.CharField(max_length=120)),
                        ('about', models.TextField(blank=True)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Service',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('kind', models.CharField(choices=[('health', 'Health'), ('shelter', 'A place to sleep'), ('food', 'Food'), ('safe_space', 'Safe spaces'), ('legal', 'Advice about the law'), ('documents', 'Help at an office'), ('reunification', 'Bringing families together'), ('cash', 'Money and vouchers'), ('education', 'School and courses')], max_length=20)),
                        ('names', models.JSONField(default=dict)),
                        ('about', models.JSONField(default=dict)),
                        ('fees', models.JSONField(default=dict)),
                        ('changed', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['health', 'shelter', 'food', 'safe_space', 'legal', 'documents', 'reunification', 'cash', 'education'])), name='directory_service_kind_known')],
                    },
                ),
                migrations.CreateModel(
                    name='Spoken',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spoken', to='directory.service')),
                        ('code', models.CharField(max_length=10)),
                    ],
                    options={
                        'ordering': ['code'],
                        'constraints': [models.UniqueConstraint(fields=('service', 'code'), name='directory_spoken_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Cost',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='directory.service')),
                        ('option', models.CharField(blank=True, max_length=120)),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                        ('currency', models.CharField(blank=True, max_length=3)),
                    ],
                    options={
                        'ordering': ['amount', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='directory_cost_not_below_nothing')],
                    },
                ),
                migrations.CreateModel(
                    name='Listing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='directory.service')),
                        ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='directory.place')),
                        ('location', models.UUIDField(default=uuid.uuid4)),
                        ('address', models.TextField(blank=True)),
                        ('access', models.JSONField(default=dict)),
                        ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed'), ('retired', 'Retired')], default='open', max_length=10)),
                        ('confirmed', models.DateField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'state'], name='directory_listing_state')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed', 'retired'])), name='directory_listing_state_known')],
                    },
                ),
                migrations.CreateModel(
                    name='Phone',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.listing')),
                        ('number', models.CharField(max_length=40)),
                    ],
                    options={
                        'ordering': ['number', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Opening',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='directory.listing')),
                        ('days', models.CharField(max_length=20)),
                        ('opens', models.TimeField(null=True)),
                        ('closes', models.TimeField(null=True)),
                    ],
                    options={
                        'ordering': ['opens', 'days', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closes', None), ('opens', None)), models.Q(('closes__isnull', False), ('opens__isnull', False)), _connector='OR'), name='directory_opening_has_both_ends'), models.CheckConstraint(condition=models.Q(('days', ''), _negated=True), name='directory_opening_has_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Confirmation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='directory.listing')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'ordering': ['-at'],
                    },
                ),
            ],
        ),
    ]
