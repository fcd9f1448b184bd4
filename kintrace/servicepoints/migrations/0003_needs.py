"""What is found out about a point, who does what, who learned what."""

import uuid

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.utils.timezone

import kintrace.vault.fields
from kintrace.vault.rows import Rows
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_rows"),
        ("servicepoints", "0002_the_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='NeedsAssessment',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('answers', kintrace.vault.fields.StaffJSON()),
                        ('lines', kintrace.vault.fields.StaffJSON()),
                        ('safe', kintrace.vault.fields.StaffJSON()),
                        ('made', models.DateTimeField(default=django.utils.timezone.now)),
                        ('settled', models.DateTimeField(null=True)),
                        ('review_by', models.DateField(null=True)),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='servicepoints.servicepoint')),
                        ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['-made'],
                    },
                ),
                migrations.CreateModel(
                    name='PointTask',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('what', kintrace.vault.fields.StaffText()),
                        ('due', models.DateField()),
                        ('done', models.DateTimeField(null=True)),
                        ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tasks', to='servicepoints.needsassessment')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='servicepoints.servicepoint')),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'ordering': ['due', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Training',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('lesson', models.CharField(choices=[('principles', 'The seven Principles, and what “do no harm” means here'), ('links', 'Restoring family links: what we can do, and what we never promise'), ('data', 'What is written down, what never is, and why'), ('first_aid', 'Psychological first aid, and looking after oneself'), ('children', 'Children on their own: whom to call, what not to ask'), ('trafficking', 'Signs of trafficking, and whom to call'), ('tablet', 'The tablet, with network and without')], max_length=12)),
                        ('day', models.DateField()),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name='needsassessment',
            constraint=models.CheckConstraint(condition=models.Q(('settled', None), ('review_by__isnull', False), _connector='OR'), name='what_is_settled_is_reviewed'),
        ),
        migrations.AddConstraint(
            model_name='needsassessment',
            constraint=models.UniqueConstraint(condition=models.Q(('settled', None)), fields=('point',), name='one_assessment_goes_on'),
        ),
        migrations.AddIndex(
            model_name='pointtask',
            index=models.Index(fields=['society', 'done'], name='servicepoint_task_done'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.UniqueConstraint(fields=('member', 'lesson'), name='a_lesson_has_its_last_day'),
        ),
        Rows("servicepoints_needsassessment"),
        Rows("servicepoints_pointtask"),
        Rows("servicepoints_training"),
    ]
