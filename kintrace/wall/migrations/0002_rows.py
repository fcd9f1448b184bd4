"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Grant, Rows, StaffReads


class Migration(migrations.Migration):
    dependencies = [("wall", "0001_initial")]

    operations = [
        Rows("wall_face", public="SELECT"),
        Rows("wall_notice"),
        # What a visitor writes goes in and cannot be read back by the side that took it.
        Rows("wall_message", public="INSERT"),
        Rows("wall_reply", public="SELECT, INSERT"),
        Rows("wall_removal", public="SELECT, INSERT"),
        Grant("wall_region", staff="SELECT, INSERT, UPDATE"),
        # What an issue shows is public, and whoever takes a face down takes it off every issue.
        Grant("wall_posterissue", staff="SELECT, INSERT, DELETE", public="SELECT"),
        Grant("wall_posterissue_face", staff="SELECT, INSERT, DELETE", public="SELECT"),
        Rows("wall_poster"),
        Rows("wall_spot"),
        Rows("wall_hanging"),
        Rows("wall_covered"),
        # A poster shows other societies' faces by what is public of them, and by nothing else.
        StaffReads("wall_face", where="posters_until IS NOT NULL"),
        StaffReads("wall_removal"),
        # A row of two societies: who asks, and who is asked.
        Rows("wall_review", society=("society_id", "partner_id")),
        # Counts without a person: whoever works in the network may add them up.
        Rows("wall_monthfigure"),
        StaffReads("wall_monthfigure"),
        Rows("wall_cost"),
        Rows("wall_reporttext"),
        Rows("wall_attestation", public="SELECT"),
    ]
