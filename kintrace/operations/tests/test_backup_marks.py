"""What a thief of an old backup could try names against is in no backup."""

from django.apps import apps

from kintrace.vault.classes import classes_of
from kintrace.vault.copies import PASSING_TABLES

HOUSE = {app.label for app in apps.get_app_configs() if app.name.startswith("kintrace.")}
# Columns of the class "blind" that a backup holds: each leads nowhere without what it was made of,
# and that is no name, place or date that somebody could try one after the other.
_OF_A_KEY = "made from the key of the file it leads to"
_OF_A_CODE = "made from a code that chance made and one person carries"
MADE_OF_CHANCE = {
    **dict.fromkeys(("cases_fate.mark", "cases_located.mark", "cases_passage.mark"), _OF_A_KEY),
    **dict.fromkeys(("cases_contactplan.mark", "cases_reunion.mark"), _OF_A_KEY),
    "cases_lead.mark": _OF_A_KEY,
    **dict.fromkeys(("wall_attestation.lookup", "wall_face.removal_lookup"), _OF_A_CODE),
    **dict.fromkeys(("wall_message.reply_lookup", "wall_reply.lookup"), _OF_A_CODE),
    "servicepoints_handover.lookup": _OF_A_CODE,
    "wall_removal.address_tag": "under a key that lay in memory and is gone with its day",
    **dict.fromkeys(
        ("safe_box.id", "safe_box.sealed", "safe_box.proof"), "from words drawn by lot"
    ),
}


def test_no_mark_that_a_name_could_be_tried_against_is_in_a_backup() -> None:
    """Of every blind column there is, by its class: it is left out, or made of chance."""
    blind = {
        f"{model._meta.db_table}.{column}"
        for model in apps.get_models()
        if model._meta.app_label in HOUSE and model._meta.db_table not in PASSING_TABLES
        for column, kind in classes_of(model).items()
        if kind == "blind"
    }
    assert blind == set(MADE_OF_CHANCE)
