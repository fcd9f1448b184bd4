"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]

    operations = [
        # The public side reads societies and desks; members and links are read before the society
        # is known, so no row security can stand before them.
        Rows("network_society", society=None, staff="SELECT, INSERT, UPDATE", public="SELECT"),
        Rows("network_desk", society=None, staff="SELECT, INSERT, UPDATE, DELETE", public="SELECT"),
        Rows("network_societysettings", society="society_id", staff="SELECT, INSERT, UPDATE"),
        Rows("network_member", society=None, staff="SELECT, INSERT, UPDATE"),
        Rows("network_onetimelink", society=None, staff="SELECT, INSERT, UPDATE, DELETE"),
        # Both societies of an agreement see it; nobody else does.
        Rows("network_sharingagreement", society=("giver_id", "taker_id")),
        Rows("network_team"),
        Rows("network_teammember"),
    ]
