from django.db import migrations, models

from kintrace.vault.gently import IndexBeside


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("wall", "0003_who_i_am")]

    operations = [
        IndexBeside("notice", models.Index(fields=["subject"], name="wall_notice_subject"))
    ]
