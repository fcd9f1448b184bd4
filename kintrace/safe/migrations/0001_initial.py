import kintrace.vault.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Box',
                    fields=[
                        ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ('sealed', models.BinaryField()),
                        ('proof', models.BinaryField()),
                        ('opened', models.DateField(db_index=True)),
                    ],
                ),
            ],
        ),
    ]
