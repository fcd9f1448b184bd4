"""Pairs, and what people said of them."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.fields
from django.conf import settings
from django.db import migrations, models

from kintrace.vault.rows import Grant, GrantMore, Rows
from kintrace.vault.tables import Tables

EVERY = "SELECT, INSERT, UPDATE, DELETE"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0002_rows"),
        ("vault", "0003_network"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='Candidate',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('first', models.UUIDField(db_index=True)),
                        ('second', models.UUIDField(db_index=True)),
                        ('weight', models.FloatField()),
                        ('reasons', models.JSONField()),
                        ('first_number', models.BigIntegerField()),
                        ('second_number', models.BigIntegerField()),
                        ('facts_for_first', models.BinaryField(null=True)),
                        ('facts_for_second', models.BinaryField(null=True)),
                        ('more_for_first', models.BinaryField(null=True)),
                        ('more_for_second', models.BinaryField(null=True)),
                        ('first_opens', models.DateTimeField(null=True)),
                        ('second_opens', models.DateTimeField(null=True)),
                        ('state', models.CharField(choices=[('open', 'To be looked at'), ('confirmed', 'One person'), ('dismissed', 'Two people')], default='open', max_length=10)),
                        ('found', models.DateTimeField(default=django.utils.timezone.now)),
                        ('settled', models.DateTimeField(null=True)),
                        ('first_society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('second_society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['-weight', 'pk'],
                        'constraints': [
                            models.UniqueConstraint(fields=('first', 'second'), name='one_candidate_a_pair'),
                            models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='a_pair_in_order'),
                        ],
                        'indexes': [
                            models.Index(fields=['first_society', 'state'], name='matching_ca_first_s_797967_idx'),
                            models.Index(fields=['second_society', 'state'], name='matching_ca_second__40c62f_idx'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Judgement',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('verdict', models.CharField(choices=[('yes', 'It is the same person'), ('no', 'These are two people'), ('unsure', 'I cannot tell'), ('back', 'Taken back')], max_length=10)),
                        ('why', models.CharField(blank=True, choices=[('family_says', 'The family recognised what was asked'), ('facts_agree', 'What both sides know agrees, and it is rare'), ('same_kin', 'The same relatives are named'), ('other_family', 'Other relatives are named'), ('other_age', 'The ages do not fit'), ('other_place', 'The places do not fit'), ('sibling', 'It is a brother or sister of the person'), ('namesake', 'Only the name is the same'), ('too_little', 'Too little is known'), ('ask_family', 'The family has to be asked first'), ('mistake', 'It was a mistake'), ('new_fact', 'There is a new fact')], max_length=20)),
                        ('note', kintrace.vault.fields.StaffText(null=True)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='judgements', to='matching.candidate')),
                        ('other_society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Proposed',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('number', models.PositiveIntegerField(default=0)),
                        ('other_society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society', 'other_society'), name='one_count_for_two_societies')],
                    },
                ),
            ]
        ),
        # Both societies of a pair see it; nobody else does.
        Rows("matching_candidate", society=("first_society_id", "second_society_id"), matcher=EVERY),
        Rows(
            "matching_judgement", society=("society_id", "other_society_id"), matcher="SELECT"
        ),
        # The worker counts for itself; no member reads it.
        Grant("matching_proposed", staff="", matcher="SELECT, INSERT, UPDATE"),
        # Which country a society is in: who must not learn may be named by it.
        GrantMore("network_society", matcher="SELECT"),
    ]
