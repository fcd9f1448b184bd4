"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Grant, Rows


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]

    operations = [
        Rows("vault_recordkey"),
        # The society that opened a file may take back the slots of others.
        Rows("vault_slot", society=("society_id", "owner_id")),
        Rows("vault_signinglist"),
        Rows("vault_memberkey"),
        Rows("vault_boxgrant"),
        # Public halves: whoever writes to a society seals to them, of any side.
        Grant("vault_boxkey", public="SELECT"),
        Rows("vault_formerholder"),
    ]
