"""Cases, drafts and their words belong to one society each."""

from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        Rows("cases_case"),
        Rows("cases_sought"),
        Rows("cases_draft"),
        Rows("cases_words"),
    ]
