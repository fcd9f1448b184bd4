"""What two members said before they brought a child to its family, sealed to its team."""

from django.db import migrations

import kintrace.vault.fields


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_children")]

    operations = [
        migrations.AddField("childstep", "told", kintrace.vault.fields.BoxJSON(null=True)),
    ]
