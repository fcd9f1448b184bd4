import datetime
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import kintrace.vault.fields
import kintrace.vault.tables
import kintrace.wall.posters
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
                    name='Attestation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('lookup', models.BinaryField(max_length=32, unique=True)),
                        ('month', models.DateField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Face',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('box', models.CharField(default='inbox', max_length=20)),
                        ('relations', models.JSONField()),
                        ('seeker_sex', models.CharField(choices=[('woman', 'Woman'), ('man', 'Man'), ('unsaid', 'Not said')], max_length=10)),
                        ('age_band', models.CharField(choices=[('15', '15 to 24'), ('25', '25 to 44'), ('45', '45 to 64'), ('65', '65 and older')], max_length=5)),
                        ('name', models.CharField(max_length=32, unique=True)),
                        ('live_until', models.DateField()),
                        ('posters_until', models.DateField(null=True)),
                        ('removal_lookup', models.BinaryField(max_length=16, unique=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['live_until'], name='wall_face_until')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name__regex', '^[0-9a-f]{32}$')), name='wall_face_name_random'), models.CheckConstraint(condition=models.Q(('age_band__in', ['15', '25', '45', '65'])), name='wall_face_age_known'), models.CheckConstraint(condition=models.Q(('seeker_sex__in', ['woman', 'man', 'unsaid'])), name='wall_face_sex_known')],
                    },
                ),
                migrations.CreateModel(
                    name='MonthFigure',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('month', models.DateField()),
                        ('kind', models.CharField(choices=[('put_up', 'Put Up'), ('ended', 'Ended'), ('message', 'Message'), ('matched_1', 'Matched 1'), ('matched_3', 'Matched 3'), ('matched_6', 'Matched 6'), ('matched_12', 'Matched 12'), ('matched_more', 'Matched More')], max_length=12)),
                        ('count', models.PositiveIntegerField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society', 'month', 'kind'), name='wall_monthfigure_once'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='wall_monthfigure_first')],
                    },
                ),
                migrations.CreateModel(
                    name='Cost',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('month', models.DateField()),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('currency', models.CharField(max_length=3)),
                        ('spent_on', models.CharField(choices=[('people', 'People who work here'), ('travel', 'Travel'), ('language', 'Interpreting and translating'), ('print', 'Printing and posters'), ('phone', 'Phone and internet'), ('room', 'Rooms'), ('machines', 'Computers and programs'), ('other', 'Other things')], max_length=10)),
                    ],
                    options={
                        'ordering': ['month', 'spent_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='wall_cost_more_than_none'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='wall_cost_first')],
                    },
                ),
                migrations.CreateModel(
                    name='ReportText',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('year', models.PositiveSmallIntegerField()),
                        ('heading', models.CharField(choices=[('concept', 'Concept'), ('impact', 'Impact and reach'), ('cost', 'Cost'), ('alignment', 'Alignment'), ('challenges', 'Challenges'), ('lessons', 'Lessons')], max_length=10)),
                        ('text', models.TextField(blank=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society', 'year', 'heading'), name='wall_reporttext_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Message',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('face', models.UUIDField(null=True)),
                        ('kind', models.CharField(choices=[('message', 'Message about a face'), ('ask', 'Photo to be taken down'), ('danger', 'Somebody is in danger'), ('demand', 'Money was asked for')], default='message', max_length=10)),
                        ('channel', models.CharField(choices=[('wall', 'Written on the wall'), ('phone', 'Told by phone'), ('desk', 'Told at a desk')], default='wall', max_length=6)),
                        ('flags', models.CharField(blank=True, default='', max_length=40)),
                        ('body', kintrace.vault.fields.BoxJSON()),
                        ('reply_lookup', models.BinaryField(max_length=16, null=True)),
                        ('reply_key', models.BinaryField(max_length=32, null=True)),
                        ('state', models.CharField(choices=[('received', 'Received'), ('plausible', 'Plausible'), ('spam', 'Spam'), ('demand', 'Demand for money'), ('threat', 'Threat'), ('contacted', 'Contacted'), ('match', 'Verified match'), ('not_related', 'Not related'), ('unreachable', 'Unreachable'), ('abuse', 'Abuse')], default='received', max_length=12)),
                        ('assigned_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('arrived', models.DateTimeField(default=django.utils.timezone.now)),
                        ('picked_up', models.DateTimeField(null=True)),
                        ('waiting_since', models.DateTimeField(default=django.utils.timezone.now, null=True)),
                        ('alarmed', models.PositiveSmallIntegerField(default=0)),
                        ('closed', models.DateTimeField(null=True)),
                    ],
                    options={
                        'ordering': ['arrived'],
                        'indexes': [models.Index(fields=['society', 'state'], name='wall_message_state'), models.Index(fields=['face'], name='wall_message_face')],
                    },
                ),
                migrations.CreateModel(
                    name='Reply',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('lookup', models.BinaryField(db_index=True, max_length=16)),
                        ('direction', models.CharField(choices=[('receipt', 'We have it'), ('to_visitor', 'From the society'), ('from_visitor', 'From the visitor')], max_length=12)),
                        ('answer', models.BinaryField(null=True)),
                        ('body', kintrace.vault.fields.BoxJSON(null=True)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('picked_up', models.DateTimeField(null=True)),
                    ],
                    options={
                        'ordering': ['at'],
                    },
                ),
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('subject', models.UUIDField()),
                        ('state', models.CharField(choices=[('proposed', 'Proposed'), ('consented', 'Consent recorded'), ('cleared', 'Risks cleared'), ('approved', 'Approved by a second member'), ('live', 'On the wall'), ('matched', 'Family found'), ('expired', 'Time is over'), ('withdrawn', 'Withdrawn by the person'), ('taken_down', 'Taken down')], default='proposed', max_length=12)),
                        ('told', kintrace.vault.fields.SealedJSON()),
                        ('frame', models.CharField(max_length=10)),
                        ('terms', models.CharField(choices=[('adult', '18 or older'), ('unsaid', 'No birth was told: who looks at the photo judges the age'), ('guardian', '15 to 17: a guardian agreed'), ('best_interest', '15 to 17: two members sign that it is in their interest')], default='adult', max_length=14)),
                        ('agreed', models.DateField(default=django.utils.timezone.localdate)),
                        ('live_until', models.DateField()),
                        ('photo_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('signed_because', kintrace.vault.fields.BoxText(null=True)),
                        ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('declined', models.CharField(blank=True, choices=[('person', 'It is not one person, or not the one who searches'), ('age', 'The person is not clearly old enough'), ('tells', 'The picture tells a place, a name or a number'), ('unsafe', 'The person may not be safe if anyone sees it'), ('picture', 'The picture is not good enough')], max_length=10)),
                        ('approved_because', kintrace.vault.fields.BoxText(null=True)),
                        ('face', models.UUIDField(null=True, unique=True)),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                        ('put_up', models.DateTimeField(null=True)),
                        ('ended', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'state'], name='wall_notice_state')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['proposed', 'consented', 'cleared', 'approved', 'live'])), fields=('subject',), name='wall_notice_one_under_way'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='wall_notice_second_eye'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'live']), _negated=True), ('approved_by__isnull', False), _connector='OR'), name='wall_notice_live_was_approved'), models.CheckConstraint(condition=models.Q(('state__in', ['approved', 'live']), ('terms', 'unsaid'), _negated=True), name='wall_notice_age_was_judged'), models.CheckConstraint(condition=models.Q(('terms__in', ['adult', 'unsaid']), ('live_until__lte', django.db.models.expressions.CombinedExpression(models.F('agreed'), '+', models.Value(datetime.timedelta(days=92)))), _connector='OR'), name='wall_notice_child_three_months'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'live']), ('terms', 'best_interest'), _negated=True), models.Q(('photo_by__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='wall_notice_child_two_signed'), models.CheckConstraint(condition=models.Q(models.Q(('signed_by', models.F('approved_by')), _negated=True), models.Q(('signed_by', models.F('proposed_by')), _negated=True), models.Q(('signed_by', models.F('photo_by')), _negated=True), models.Q(('approved_by', models.F('photo_by')), ('terms', 'best_interest'), _negated=True)), name='wall_notice_child_signed_by_others')],
                    },
                ),
                migrations.CreateModel(
                    name='Review',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('notice', models.UUIDField(unique=True)),
                        ('told', kintrace.vault.fields.SealedJSON()),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked', models.DateTimeField(default=django.utils.timezone.now)),
                        ('until', models.DateField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('society', models.F('partner')), _negated=True), name='wall_review_by_another')],
                    },
                ),
                migrations.CreateModel(
                    name='Region',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=80, unique=True)),
                        ('scope', models.TextField()),
                        ('criteria', models.TextField(blank=True)),
                        ('societies', models.JSONField(default=list)),
                        ('languages', models.JSONField(default=list)),
                    ],
                    options={
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='PosterIssue',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('token', models.CharField(default=kintrace.wall.posters.new_token, max_length=16, unique=True)),
                        ('month', models.DateField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('token__regex', '^[0-9a-f]{16}$')), name='wall_posterissue_token_random')],
                    },
                ),
                migrations.CreateModel(
                    name='PosterIssueFace',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='faces', to='wall.posterissue')),
                        ('face', models.UUIDField(db_index=True)),
                    ],
                    options={
                        'db_table': 'wall_posterissue_face',
                        'constraints': [models.UniqueConstraint(fields=('issue', 'face'), name='wall_posterissue_face_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Poster',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('issue', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wall.posterissue')),
                        ('number', models.PositiveIntegerField()),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wall.region')),
                        ('languages', models.JSONField()),
                        ('size', models.CharField(choices=[('a3', 'A3: up to 60 photos'), ('a4', 'A4: up to 30 photos')], max_length=2)),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('society', 'number'), name='wall_poster_numbered_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Spot',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('poster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spots', to='wall.poster')),
                        ('place', models.PositiveSmallIntegerField()),
                        ('face', models.UUIDField()),
                        ('looks_after', models.UUIDField()),
                    ],
                    options={
                        'ordering': ['place'],
                        'constraints': [models.UniqueConstraint(fields=('poster', 'place'), name='wall_spot_one_a_place'), models.UniqueConstraint(fields=('poster', 'face'), name='wall_spot_one_a_face')],
                    },
                ),
                migrations.CreateModel(
                    name='Hanging',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('poster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hangings', to='wall.poster')),
                        ('where', kintrace.vault.fields.StaffText()),
                        ('who', kintrace.vault.fields.StaffText()),
                        ('since', models.DateField()),
                        ('down', models.DateField(null=True)),
                    ],
                    options={
                        'ordering': ['since', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('down', None), ('down__gte', models.F('since')), _connector='OR'), name='wall_hanging_down_after_up')],
                    },
                ),
                migrations.CreateModel(
                    name='Covered',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('hanging', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='covered', to='wall.hanging')),
                        ('place', models.PositiveSmallIntegerField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('hanging', 'place'), name='wall_covered_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Removal',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('face', models.UUIDField()),
                        ('kind', models.CharField(choices=[('proven', 'With the removal code'), ('pressed', 'Asked without a code'), ('danger', 'In danger')], max_length=10)),
                        ('day', models.DateField()),
                        ('address_tag', models.BinaryField(default=b'', max_length=16)),
                        ('may_rest', models.BooleanField(default=True)),
                        ('seen', models.BooleanField(default=False)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('face', 'kind', 'day', 'address_tag', 'may_rest'), name='wall_removal_once')],
                    },
                ),
            ],
        ),
    ]
