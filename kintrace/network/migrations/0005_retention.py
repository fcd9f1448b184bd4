from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0004_desks_country_and_checked")]

    operations = [
        migrations.AddField(
            model_name="societysettings",
            name="retention",
            field=models.JSONField(default=dict),
        ),
    ]
