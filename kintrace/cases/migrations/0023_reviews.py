import django.db.models.deletion
import django.utils.timezone
import kintrace.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0022_files'),
        ('network', '0007_society_left'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CaseReview',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('file', models.UUIDField(db_index=True)),
                ('day', models.DateField()),
                ('way', models.CharField(choices=[('desk', 'At the desk'), ('phone', 'By phone'), ('visit', 'On a visit'), ('letter', 'By message or letter'), ('through', 'Through somebody they trust'), ('not_reached', 'Nobody was reached')], max_length=12)),
                ('told', kintrace.vault.fields.BoxJSON(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='cases.case')),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
            ],
            options={
                'ordering': ['day', 'at'],
            },
        ),
        migrations.CreateModel(
            name='Tried',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('file', models.UUIDField(db_index=True)),
                ('day', models.DateField()),
                ('told', kintrace.vault.fields.BoxJSON()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tries', to='cases.case')),
                ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
            ],
            options={
                'ordering': ['day', 'at'],
            },
        ),
        Rows("cases_casereview"),
        Rows("cases_tried"),
    ]
