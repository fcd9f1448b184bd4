from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_former_holders")]

    operations = [
        migrations.AlterField("recordkey", "society_id", models.UUIDField()),
        migrations.AddField(
            "recordkey", "version", models.PositiveSmallIntegerField(default=1)
        ),
        migrations.AddField("recordkey", "earlier", models.BinaryField(null=True)),
        migrations.AddConstraint(
            "recordkey",
            models.UniqueConstraint(
                fields=("society_id", "version"), name="one_record_key_per_version"
            ),
        ),
    ]
