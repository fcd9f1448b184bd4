"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import PublicRows, Rows

# Ten years and never a day less, however the leap years fall; protection/retention.py says the same.
LET_GO = """
CREATE FUNCTION protection_erasure_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.finished IS NULL OR OLD.finished > now() - interval '3653 days' THEN
        RAISE EXCEPTION 'that somebody was erased is kept for ten years';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER protection_erasure_ends BEFORE DELETE ON protection_erasure
FOR EACH ROW EXECUTE FUNCTION protection_erasure_ends();
"""
KEEP_ALL = """
DROP TRIGGER protection_erasure_ends ON protection_erasure;
DROP FUNCTION protection_erasure_ends();
"""


def _on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("protection", "0001_initial")]

    operations = [
        # History is kept: nobody deletes a text people were told, nor, for ten years
        # (see above), the fact of an erasure.
        Rows("protection_noticetext", staff="SELECT, INSERT, UPDATE", public="SELECT"),
        Rows("protection_noticegiven", staff="SELECT, INSERT, DELETE"),
        Rows("protection_basis"),
        Rows("protection_riskanswers", staff="SELECT, INSERT, DELETE"),
        Rows("protection_hold"),
        Rows("protection_erasure"),
        # Drafts and history are the society's own affair.
        PublicRows("protection_noticetext", where="state = 'approved'"),
        # What an entry stops stays stopped: a row is emptied, never deleted.
        Rows("protection_donotfind", staff="SELECT, INSERT, UPDATE"),
        Rows("protection_compared", staff="SELECT, INSERT, DELETE"),
        Rows("protection_rightsrequest"),
        Rows("protection_authorityrequest"),
        migrations.RunPython(_on_postgresql(LET_GO), _on_postgresql(KEEP_ALL)),
    ]
