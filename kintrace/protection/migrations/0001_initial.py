
import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.UUIDField(unique=True)),
                ('why', models.CharField(choices=[('asked', 'The person asked for it.'), ('retention', 'The time we may keep it is over.'), ('mistake', 'It should never have been written down.')], max_length=10)),
                ('files', models.JSONField(default=list)),
                ('asked_by', models.UUIDField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished', models.DateTimeField(null=True)),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NoticeText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=12)),
                ('version', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('replaced', 'Replaced')], default='draft', max_length=10)),
                ('title', models.CharField(max_length=120)),
                ('pictures', models.JSONField(default=list)),
                ('short', models.TextField()),
                ('full', models.TextField()),
                ('drafted', models.DateTimeField(default=django.utils.timezone.now)),
                ('approved', models.DateTimeField(null=True)),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
            ],
        ),
        migrations.CreateModel(
            name='NoticeGiven',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.UUIDField()),
                ('channel', models.CharField(choices=[('read_aloud', 'Read aloud'), ('pictograms', 'Shown with pictures'), ('full_text', 'Read by the person'), ('phone', 'Read aloud by phone')], max_length=12)),
                ('interpreter', models.BooleanField(default=False)),
                ('given_by', models.UUIDField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticetext')),
            ],
        ),
        migrations.CreateModel(
            name='RiskAnswers',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.UUIDField()),
                ('concern', models.BooleanField()),
                ('answers', kintrace.vault.fields.BoxJSON()),
                ('given_by', models.UUIDField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
            ],
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.UUIDField()),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('set_by', models.UUIDField()),
                ('reason', kintrace.vault.fields.BoxText()),
                ('lifted_at', models.DateTimeField(null=True)),
                ('lifted_by', models.UUIDField(null=True)),
                ('lifted_because', kintrace.vault.fields.BoxText(null=True)),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
            ],
            options={
                'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_b23796_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', None)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False), models.Q(('lifted_by', models.F('set_by')), _negated=True)), _connector='OR'), name='a_hold_is_lifted_by_another')],
            },
        ),
        migrations.CreateModel(
            name='Basis',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('file', models.UUIDField(db_index=True)),
                ('subject', models.UUIDField()),
                ('purpose', models.CharField(choices=[('trace', 'Search for the family'), ('publish', 'Show the photo to everyone'), ('share', 'Tell another society'), ('contact', 'Get in touch with the person')], max_length=10)),
                ('kind', models.CharField(choices=[('consent', 'Consent'), ('vital_interest', 'Vital interest'), ('public_interest', 'Public interest'), ('legitimate_interest', 'Legitimate interest'), ('legal_obligation', 'Legal obligation')], max_length=20)),
                ('scope', models.JSONField(default=list)),
                ('how', models.CharField(choices=[('spoken', 'Said at the desk'), ('phone', 'Said by phone'), ('written', 'Given in writing'), ('guardian', 'Given by the guardian'), ('weighed', 'Weighed by the society; the person could not be asked')], max_length=10)),
                ('given_by', models.UUIDField()),
                ('given', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('not_with', kintrace.vault.fields.SealedJSON()),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                ('notice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticegiven')),
            ],
            options={
                'indexes': [models.Index(fields=['society', 'subject', 'purpose'], name='protection__society_81ae10_idx'), models.Index(fields=['society', 'until'], name='protection__society_a478ea_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('purpose', 'publish'), _negated=True), models.Q(('kind', 'consent'), ('until__isnull', False)), _connector='OR'), name='publishing_rests_on_consent_with_an_end'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'consent'), _negated=True), ('notice__isnull', False), _connector='OR'), name='consent_is_informed')],
            },
        ),
        migrations.AddConstraint(
            model_name='noticetext',
            constraint=models.UniqueConstraint(fields=('society', 'language', 'version'), name='one_notice_text_a_version'),
        ),
        migrations.AddConstraint(
            model_name='noticetext',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('society', 'language'), name='one_notice_text_in_force'),
        ),
        migrations.AddConstraint(
            model_name='noticetext',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved', None), ('state', 'draft')), models.Q(('approved__isnull', False), ('state__in', ['approved', 'replaced'])), _connector='OR'), name='a_notice_text_in_force_was_approved'),
        ),
        migrations.AddIndex(
            model_name='noticegiven',
            index=models.Index(fields=['society', 'subject'], name='protection__society_a2aca6_idx'),
        ),
        migrations.AddIndex(
            model_name='riskanswers',
            index=models.Index(fields=['society', 'subject'], name='protection__society_f9c5d2_idx'),
        ),
    ]
