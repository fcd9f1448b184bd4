"""Sealed files are swept society by society: without an index each of them read every slot."""

from django.db import migrations, models

from kintrace.vault.gently import IndexBeside


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("vault", "0005_who_keeps_the_root_key")]

    operations = [
        IndexBeside(
            model_name="slot",
            index=models.Index(fields=["society_id"], name="vault_slot_society"),
        ),
    ]
