from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_rows")]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["society", "actor", "at"], name="audit_entry_actor"),
        ),
    ]
