import uuid

from django.db import migrations, models

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="FormerHolder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("society_id", models.UUIDField()),
                ("member_id", models.UUIDField()),
                ("box", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                ("gone", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("society_id", "member_id", "box"), name="one_former_holder_per_box"
                    )
                ],
            },
        ),
        Rows("vault_formerholder"),
    ]
