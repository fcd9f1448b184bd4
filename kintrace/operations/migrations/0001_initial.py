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
                    name='Due',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=40, unique=True)),
                        ('at', models.DateTimeField(db_index=True)),
                        ('last_done', models.DateTimeField(null=True)),
                    ],
                ),
            ],
        ),
    ]
