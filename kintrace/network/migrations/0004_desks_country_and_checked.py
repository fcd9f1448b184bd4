from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0003_agreements")]

    operations = [
        migrations.AddField(
            model_name="desk",
            name="country",
            field=models.CharField(blank=True, default="", max_length=2),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="desk",
            name="checked",
            field=models.DateField(null=True),
        ),
    ]
