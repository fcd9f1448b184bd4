"""Entries are read, added and, after ten years, let go; never changed: rights, rows, triggers."""

from django.db import migrations

from kintrace.vault.rows import Rows

# TRUNCATE is left to the owner of the table (no serving role is granted it): it empties a test
# database. Whoever owns the tables can drop a trigger, too; the anchors find that.
# Ten years and never a day less, however the leap years fall; audit/actions.py says the same.
STANDS = """
CREATE FUNCTION audit_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND pg_has_role(
        current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'
    ) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'audit entries are never changed or deleted';
END $$;
CREATE FUNCTION audit_entry_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > now() - interval '3653 days' THEN
        RAISE EXCEPTION 'audit entries are never changed or deleted before ten years';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stands();
CREATE TRIGGER audit_entry_ends BEFORE DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_ends();
"""
FALLS = """
DROP TRIGGER audit_entry_ends ON audit_entry;
DROP TRIGGER audit_entry_stands ON audit_entry;
DROP FUNCTION audit_entry_ends();
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
        Rows("audit_entry", staff="SELECT, INSERT, DELETE"),
        Rows("audit_head", staff="SELECT, INSERT, UPDATE"),
        Rows("audit_beginning", staff="SELECT, INSERT, UPDATE"),
        migrations.RunPython(_on_postgresql(STANDS), _on_postgresql(FALLS)),
    ]
