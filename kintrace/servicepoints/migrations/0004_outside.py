"""What may be known of a society's points outside it: whoever works in the network may read it."""

import uuid

from django.db import migrations, models
import django.db.models.deletion

from kintrace.vault.rows import Rows, StaffReads
from kintrace.vault.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_rows"),
        ("servicepoints", "0003_needs"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='MonthOutside',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('month', models.DateField()),
                        ('cut', models.CharField(max_length=10)),
                        ('cell', models.CharField(blank=True, max_length=10)),
                        ('count', models.PositiveIntegerField()),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society', 'month', 'cut', 'cell'), name='one_number_outside')],
                    },
                ),
            ],
        ),
        Rows("servicepoints_monthoutside"),
        StaffReads("servicepoints_monthoutside"),
    ]
