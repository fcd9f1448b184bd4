"""Entries are inserted and read, never changed: grants, row policies and a trigger."""

from django.db import migrations

from kintrace.vault.rows import Rows

# TRUNCATE is left to the owner of the table (no serving role is granted it): it empties a test
# database. Whoever owns the tables can drop a trigger, too; the anchors find that.
REFUSE = """
CREATE FUNCTION audit_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND pg_has_role(
        current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'
    ) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'audit entries are never changed or deleted';
END $$;
CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stands();
"""
ALLOW = """
DROP TRIGGER audit_entry_stands ON audit_entry;
DROP FUNCTION audit_entry_stands();
"""


def _on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        Rows("audit_entry", staff="SELECT, INSERT"),
        Rows("audit_head", staff="SELECT, INSERT, UPDATE"),
        migrations.RunPython(_on_postgresql(REFUSE), _on_postgresql(ALLOW)),
    ]
