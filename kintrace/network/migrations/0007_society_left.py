from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0006_teams")]

    operations = [
        migrations.AddField("society", "left", models.DateField(blank=True, null=True)),
    ]
