from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("protection", "0003_public_texts")]

    operations = [
        migrations.AddField(
            model_name="riskanswers",
            name="about",
            field=models.CharField(choices=[("search", "Search"), ("wall", "Wall")], default="search", max_length=10),
        ),
    ]
