"""How people found our work: written by the public side, and never read by it."""

import uuid

from django.db import migrations, models
import django.db.models.deletion
import django.utils.timezone

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_rows"),
        ("visitors", "0002_rows"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='Feedback',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('said_by', models.CharField(choices=[('people', 'People we serve'), ('staff', 'Our members')], max_length=6)),
                        ('mood', models.CharField(choices=[('good', 'Good'), ('fair', 'So-so'), ('bad', 'Bad')], max_length=4)),
                        ('words', kintrace.vault.fields.BoxText()),
                        ('language', models.CharField(max_length=10)),
                        ('day', models.DateField(default=django.utils.timezone.localdate)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['-day', 'pk'],
                        'indexes': [models.Index(fields=['society', 'day'], name='visitors_feedback_day')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('mood__in', ['good', 'fair', 'bad'])), name='visitors_feedback_mood')],
                    },
                ),
            ],
        ),
        Rows("visitors_feedback", public="INSERT"),
    ]
