import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.fields
import kintrace.vault.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_initial'),
        ('network', '__first__'),
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='RightsRequest',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('kind', models.CharField(choices=[('access', 'A copy of what we keep'), ('correction', 'A correction'), ('objection', 'An objection to what we do'), ('withdrawal', 'Taking back an agreement'), ('erasure', 'Deleting everything')], max_length=12)),
                        ('came', models.CharField(choices=[('desk', 'At a desk'), ('phone', 'By phone'), ('letter', 'By letter'), ('message', 'By message or e-mail')], max_length=10)),
                        ('received', models.DateField()),
                        ('due', models.DateField()),
                        ('told_on', models.DateField(null=True)),
                        ('longer_because', kintrace.vault.fields.BoxText(null=True)),
                        ('identity', kintrace.vault.fields.BoxText(null=True)),
                        ('suspicious', models.BooleanField(default=False)),
                        ('state', models.CharField(choices=[('open', 'Open'), ('answered', 'Answered'), ('refused', 'Refused')], default='open', max_length=10)),
                        ('handler', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('written_by', models.UUIDField()),
                        ('written', models.DateTimeField(default=django.utils.timezone.now)),
                        ('answered', models.DateTimeField(null=True)),
                        ('outcome', kintrace.vault.fields.BoxText(null=True)),
                        ('rang', models.PositiveSmallIntegerField(default=0)),
                        ('boxed', kintrace.vault.fields.BoxJSON(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_d92cc1_idx'), models.Index(fields=['society', 'state', 'due'], name='protection__society_eb6838_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered', None), ('state', 'open')), models.Q(('answered__isnull', False), ('boxed__isnull', True), ('state__in', ['answered', 'refused'])), _connector='OR'), name='an_answered_request_has_its_day'), models.CheckConstraint(condition=models.Q(('due__gt', models.F('received'))), name='a_request_is_due_after_it_came'), models.CheckConstraint(condition=models.Q(('told_on', None), ('told_on__gte', models.F('received')), _connector='OR'), name='who_waits_longer_was_told')],
                    },
                ),
                migrations.CreateModel(
                    name='AuthorityRequest',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('kind', models.CharField(choices=[('police', 'Police'), ('border', 'Border guard or immigration office'), ('court', 'Court or public prosecutor'), ('secret', 'Secret service or army'), ('embassy', 'Embassy or consulate'), ('welfare', 'Social or youth welfare office'), ('other', 'Another authority')], max_length=12)),
                        ('country', models.CharField(max_length=2)),
                        ('received', models.DateField()),
                        ('asked', kintrace.vault.fields.BoxText()),
                        ('decision', models.CharField(choices=[('refused', 'Refused'), ('bound', 'Answered, because a law binds us')], default='refused', max_length=10)),
                        ('ground', kintrace.vault.fields.BoxText(null=True)),
                        ('advice', kintrace.vault.fields.BoxText(null=True)),
                        ('answered', models.DateField(null=True)),
                        ('written', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'received'], name='protection__society_b0f335_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('decision', 'refused'), models.Q(('answered__isnull', False), ('decision', 'bound')), _connector='OR'), name='whoever_was_bound_answered'), models.CheckConstraint(condition=models.Q(('answered', None), ('answered__gte', models.F('received')), _connector='OR'), name='an_answer_comes_after_the_question')],
                    },
                ),
                migrations.CreateModel(
                    name='NoticeText',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('kind', models.CharField(choices=[('notice', 'Before anything is asked'), ('consent', 'Before the question about the photo'), ('risk', 'Before the questions about safety')], default='notice', max_length=10)),
                        ('language', models.CharField(max_length=12)),
                        ('version', models.PositiveIntegerField()),
                        ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('replaced', 'Replaced')], default='draft', max_length=10)),
                        ('title', models.CharField(max_length=120)),
                        ('pictures', models.JSONField(default=list)),
                        ('short', models.TextField()),
                        ('full', models.TextField()),
                        ('drafted', models.DateTimeField(default=django.utils.timezone.now)),
                        ('approved', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society', 'kind', 'language', 'version'), name='one_notice_text_a_version'), models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('society', 'kind', 'language'), name='one_notice_text_in_force'), models.CheckConstraint(condition=models.Q(models.Q(('approved', None), ('state', 'draft')), models.Q(('approved__isnull', False), ('state__in', ['approved', 'replaced'])), _connector='OR'), name='a_notice_text_in_force_was_approved')],
                    },
                ),
                migrations.CreateModel(
                    name='NoticeGiven',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticetext')),
                        ('channel', models.CharField(choices=[('read_aloud', 'Read aloud'), ('pictograms', 'Shown with pictures'), ('full_text', 'Read by the person'), ('phone', 'Read aloud by phone')], max_length=12)),
                        ('interpreter', models.BooleanField(default=False)),
                        ('given_by', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_a2aca6_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Basis',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('purpose', models.CharField(choices=[('trace', 'Search for the family'), ('publish', 'Show the photo to everyone'), ('share', 'Tell another society'), ('compare', 'Compare with searches of other societies'), ('contact', 'Get in touch with the person'), ('message', 'Pass on a family message'), ('refer', 'Pass the person on to somebody who helps')], max_length=10)),
                        ('kind', models.CharField(choices=[('consent', 'Consent'), ('vital_interest', 'Vital interest'), ('public_interest', 'Public interest'), ('legitimate_interest', 'Legitimate interest'), ('legal_obligation', 'Legal obligation')], max_length=20)),
                        ('scope', models.JSONField(default=list)),
                        ('how', models.CharField(choices=[('spoken', 'Said at the desk'), ('phone', 'Said by phone'), ('written', 'Given in writing'), ('guardian', 'Given by the guardian'), ('weighed', 'Weighed by the society; the person could not be asked')], max_length=10)),
                        ('notice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticegiven')),
                        ('words', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticetext')),
                        ('given_by', models.UUIDField()),
                        ('told_by', models.UUIDField(null=True)),
                        ('given', models.DateTimeField(default=django.utils.timezone.now)),
                        ('until', models.DateField(null=True)),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('not_with', kintrace.vault.fields.SealedJSON()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject', 'purpose'], name='protection__society_81ae10_idx'), models.Index(fields=['society', 'until'], name='protection__society_a478ea_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('purpose', 'publish'), _negated=True), models.Q(('kind', 'consent'), ('until__isnull', False)), _connector='OR'), name='publishing_rests_on_consent_with_an_end'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'consent'), _negated=True), ('notice__isnull', False), _connector='OR'), name='consent_is_informed')],
                    },
                ),
                migrations.CreateModel(
                    name='RiskAnswers',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('about', models.CharField(choices=[('search', 'Search'), ('wall', 'Wall')], default='search', max_length=10)),
                        ('words', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.noticetext')),
                        ('answers', kintrace.vault.fields.BoxJSON()),
                        ('given_by', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_f9c5d2_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Hold',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('since', models.DateTimeField(default=django.utils.timezone.now)),
                        ('set_by', models.UUIDField()),
                        ('reason', kintrace.vault.fields.BoxText()),
                        ('lifted_at', models.DateTimeField(null=True)),
                        ('lifted_by', models.UUIDField(null=True)),
                        ('lifted_because', kintrace.vault.fields.BoxText(null=True)),
                        ('told_at', models.DateTimeField(null=True)),
                        ('reminded_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_b23796_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', None)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False), models.Q(('lifted_by', models.F('set_by')), _negated=True)), _connector='OR'), name='a_hold_is_lifted_by_another')],
                    },
                ),
                migrations.CreateModel(
                    name='DoNotFind',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('told', kintrace.vault.fields.BoxJSON(null=True)),
                        ('registered_by', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('ended_by', models.UUIDField(null=True)),
                        ('ended_because', kintrace.vault.fields.BoxText(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_346eb6_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), models.Q(('ended_by', models.F('registered_by')), _negated=True)), _connector='OR'), name='a_wish_not_to_be_found_is_ended_by_another')],
                    },
                ),
                migrations.CreateModel(
                    name='Compared',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField()),
                        ('apart', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='protection.donotfind')),
                        ('compared_by', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'subject'], name='protection__society_3c7bd5_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Erasure',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField(unique=True)),
                        ('why', models.CharField(choices=[('asked', 'The person asked for it.'), ('retention', 'The time we may keep it is over.'), ('mistake', 'It should never have been written down.'), ('before', 'It was erased before, and came back with a backup.')], max_length=10)),
                        ('files', models.JSONField(default=list)),
                        ('asked_by', models.UUIDField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('finished', models.DateTimeField(null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
