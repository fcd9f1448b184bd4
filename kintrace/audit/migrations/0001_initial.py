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
                    name='Entry',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society', models.UUIDField(db_column='society_id')),
                        ('seq', models.PositiveBigIntegerField()),
                        ('at', models.DateTimeField()),
                        ('actor', models.UUIDField()),
                        ('deed', models.CharField(max_length=40)),
                        ('about', models.UUIDField()),
                        ('prev', models.BinaryField(max_length=32)),
                        ('mac', models.BinaryField(max_length=32)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['society', 'about'], name='audit_entry_about'), models.Index(fields=['society', 'actor', 'at'], name='audit_entry_actor')],
                        'constraints': [models.UniqueConstraint(fields=('society', 'seq'), name='audit_entry_once'), models.CheckConstraint(condition=models.Q(('seq__gte', 1)), name='audit_entry_from_one')],
                    },
                ),
                migrations.CreateModel(
                    name='Beginning',
                    fields=[
                        ('society', models.UUIDField(db_column='society_id', primary_key=True, serialize=False)),
                        ('seq', models.PositiveBigIntegerField()),
                        ('mac', models.BinaryField(max_length=32)),
                        ('at', models.DateTimeField()),
                        ('changes', models.PositiveIntegerField(default=0)),
                        ('seal', models.BinaryField(max_length=32)),
                    ],
                ),
                migrations.CreateModel(
                    name='Head',
                    fields=[
                        ('society', models.UUIDField(db_column='society_id', primary_key=True, serialize=False)),
                        ('seq', models.PositiveBigIntegerField(default=0)),
                        ('mac', models.BinaryField(max_length=32)),
                        ('seal', models.BinaryField(max_length=32)),
                    ],
                ),
            ],
        ),
    ]
