from django.db import migrations

from kintrace.vault.rows import PublicRows


class Migration(migrations.Migration):
    dependencies = [("protection", "0002_rows")]

    operations = [
        # Drafts and history are the society's own affair.
        PublicRows("protection_noticetext", where="state = 'approved'"),
    ]
