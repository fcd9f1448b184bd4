from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("wall", "0001_initial"), ("network", "0001_initial")]

    operations = [
        Rows("wall_face", public="SELECT"),
        Rows("wall_notice"),
        # What a visitor writes goes in and cannot be read back by the side that took it.
        Rows("wall_message", public="INSERT"),
        Rows("wall_reply", public="SELECT, INSERT"),
        Rows("wall_removal", public="SELECT, INSERT"),
    ]
