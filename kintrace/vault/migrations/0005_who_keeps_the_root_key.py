"""Who keeps the root key over a record key: the house, or a provider of the society's own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0004_devices")]

    operations = [
        migrations.AddField(
            model_name="recordkey",
            name="provider",
            field=models.CharField(db_default="", default="", max_length=40),
        ),
    ]
