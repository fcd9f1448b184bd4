import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import kintrace.vault.fields
import kintrace.vault.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Society',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^[A-Z]{2,8}\\Z', 'Use 2 to 8 letters from A to Z.')])),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('national_society', 'National Society'), ('delegation', 'ICRC delegation'), ('network_office', 'Network office')], default='national_society', max_length=20)),
                        ('country', models.CharField(max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}\\Z', 'Use the two letters of the country, such as AT.')])),
                        ('languages', models.JSONField(default=list)),
                        ('phone', models.CharField(blank=True, max_length=40)),
                        ('state', models.CharField(choices=[('active', 'Active'), ('left', 'Left the network')], default='active', max_length=10)),
                        ('left', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['code'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('code', django.db.models.functions.text.Upper('code'))), name='society_code_in_capitals'), models.CheckConstraint(condition=models.Q(('state__in', ['active', 'left'])), name='society_state_known')],
                    },
                ),
                migrations.CreateModel(
                    name='Desk',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='desks', to='network.society')),
                        ('name', models.CharField(max_length=120)),
                        ('address', models.TextField(blank=True)),
                        ('hours', models.CharField(blank=True, max_length=200)),
                        ('phone', models.CharField(blank=True, max_length=40)),
                        ('languages', models.JSONField(default=list)),
                        ('country', models.CharField(blank=True, max_length=2)),
                        ('checked', models.DateField(null=True)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SocietySettings',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settings', to='network.society')),
                        ('language', models.CharField(default='en', max_length=10)),
                        ('mailbox', kintrace.vault.fields.StaffText()),
                        ('retention', models.JSONField(default=dict)),
                    ],
                ),
                migrations.CreateModel(
                    name='Member',
                    fields=[
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('sign_in', models.CharField(max_length=40, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9._-]{2,39}\\Z', 'Use 3 to 40 letters from a to z, digits, dots, dashes or underscores.')])),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='network.society')),
                        ('role', models.CharField(choices=[('volunteer', 'Volunteer'), ('caseworker', 'Caseworker'), ('officer', 'RFL officer'), ('child_protection', 'Child-protection officer'), ('data_protection', 'Data-protection officer'), ('society_admin', 'Society administrator'), ('network_admin', 'Network administrator'), ('auditor', 'Auditor')], max_length=20)),
                        ('state', models.CharField(choices=[('invited', 'Invited'), ('active', 'Active'), ('left', 'Left')], default='invited', max_length=10)),
                        ('languages', models.JSONField(default=list)),
                        ('sessions_ended', models.PositiveIntegerField(default=0)),
                        ('name', kintrace.vault.fields.StaffText()),
                        ('email', kintrace.vault.fields.StaffText()),
                        ('phone', kintrace.vault.fields.StaffText()),
                    ],
                    options={
                        'ordering': ['sign_in'],
                        'indexes': [models.Index(fields=['society', 'state'], name='member_society_state')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('sign_in', django.db.models.functions.text.Lower('sign_in'))), name='member_sign_in_in_small_letters'), models.CheckConstraint(condition=models.Q(('role__in', ['volunteer', 'caseworker', 'officer', 'child_protection', 'data_protection', 'society_admin', 'network_admin', 'auditor'])), name='member_role_known'), models.CheckConstraint(condition=models.Q(('state__in', ['invited', 'active', 'left'])), name='member_state_known')],
                    },
                ),
                migrations.CreateModel(
                    name='OneTimeLink',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to=settings.AUTH_USER_MODEL)),
                        ('kind', models.CharField(choices=[('invitation', 'Invitation'), ('reset', 'Reset')], max_length=10)),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                        ('until', models.DateTimeField()),
                        ('used', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['invitation', 'reset'])), name='link_kind_known')],
                    },
                ),
                migrations.CreateModel(
                    name='SharingAgreement',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('taker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('purposes', models.JSONField(default=list)),
                        ('since', models.DateField()),
                        ('until', models.DateField(null=True)),
                        ('signed_by', models.UUIDField()),
                        ('signed', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_by', models.UUIDField(null=True)),
                        ('ended', models.DateTimeField(null=True)),
                    ],
                    options={
                        'ordering': ['signed'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('giver', models.F('taker')), _negated=True), name='agreement_between_two'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='agreement_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('ended', None), ('ended_by', None)), models.Q(('ended__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='agreement_is_ended_by_somebody'), models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('giver', 'taker'), name='agreement_one_a_direction')],
                    },
                ),
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('name', kintrace.vault.fields.StaffText()),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'ordering': ['made'],
                    },
                ),
                migrations.CreateModel(
                    name='TeamMember',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='network.team')),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('since', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('team', 'member'), name='team_member_once')],
                    },
                ),
            ],
        ),
    ]
