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
                    name='Person',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='network.society')),
                        ('subject', models.UUIDField(unique=True)),
                        ('told', kintrace.vault.fields.SealedJSON()),
                        ('written', models.DateTimeField(default=django.utils.timezone.now)),
                        ('changed', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'file'], name='people_pers_society_b30415_idx')],
                    },
                ),
            ],
        ),
    ]
