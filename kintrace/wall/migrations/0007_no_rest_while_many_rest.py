from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wall", "0006_what_came_of_it")]

    operations = [
        migrations.RemoveConstraint(model_name="removal", name="wall_removal_once"),
        migrations.AddField(
            model_name="removal", name="may_rest", field=models.BooleanField(default=True)
        ),
        migrations.AddConstraint(
            model_name="removal",
            constraint=models.UniqueConstraint(
                fields=("face", "kind", "day", "address_tag", "may_rest"),
                name="wall_removal_once",
            ),
        ),
    ]
