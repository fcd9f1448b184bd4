from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("protection", "0001_initial")]

    operations = [
        # History is kept: nobody deletes a text people were told, nor the fact of an erasure.
        Rows("protection_noticetext", staff="SELECT, INSERT, UPDATE", public="SELECT"),
        Rows("protection_noticegiven", staff="SELECT, INSERT, DELETE"),
        Rows("protection_basis"),
        Rows("protection_riskanswers", staff="SELECT, INSERT, DELETE"),
        Rows("protection_hold"),
        Rows("protection_erasure", staff="SELECT, INSERT, UPDATE"),
    ]
