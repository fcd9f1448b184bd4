from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("visitors", "0003_passes_and_networks")]

    operations = [
        migrations.RemoveConstraint(model_name="daycount", name="visitors_daycount_once"),
        migrations.AddField(
            model_name="daycount",
            name="language",
            field=models.CharField(default="", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="daycount",
            constraint=models.UniqueConstraint(
                fields=("day", "kind", "language"), name="visitors_daycount_once_a_language"
            ),
        ),
    ]
