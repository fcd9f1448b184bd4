import kintrace.vault.fields
import kintrace.vault.tables
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Outgoing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('society', models.UUIDField(db_column='society_id')),
                        ('kind', models.CharField(max_length=40)),
                        ('language', models.CharField(max_length=10)),
                        ('to', kintrace.vault.fields.SealedText(null=True)),
                        ('facts', kintrace.vault.fields.SealedJSON(null=True)),
                        ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('refused', 'Refused'), ('expired', 'Expired')], default='waiting', max_length=10)),
                        ('tries', models.PositiveIntegerField(default=0)),
                        ('claimed_until', models.DateTimeField(null=True)),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                        ('ended_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'state'], name='letters_outgoing_state')],
                    },
                ),
            ],
        ),
    ]
