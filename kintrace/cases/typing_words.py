"""Short labels for who types a paper in; the number in front says which question it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

# By the name of the field, or by page and name. Where there is none, the interview’s label stands.
SHORT = {
    "relation": _("Relation"),
    "given_original": _("Given, own script"),
    "father_original": _("Father, own script"),
    "grandfather_original": _("Grandfather, own script"),
    "family_original": _("Family, own script"),
    "family": _("Family name"),
    "more.family": _("Wife or husband, children"),
    "quiet.country": _("Countries"),
    "societies": _("Societies"),
    "nickname_original": _("Nickname, own script"),
    "given_other": _("Given, other spelling"),
    "father_other": _("Father, other spelling"),
    "kunya": _("Abu … or Umm …"),
    "used": _("Name for a while"),
    "calendar": _("Calendar"),
    "month": _("Month"),
    "year_to": _("To year"),
    "age": _("Age"),
    "age_to": _("To age"),
    "languages": _("Languages"),
    "app": _("App and name there"),
    "through": _("Through whom, how"),
    "times": _("Safe times"),
    "visits": _("Comes back here"),
    "fears": _("Must somebody not learn of it?"),
    "persons": _("Persons, offices"),
    "reason": _("Why parted"),
    "heard": _("How it came"),
    "address": _("Last address"),
    "companions": _("With them"),
    "reached": _("Phone or account"),
    "marks": _("Marks, illness, injury"),
    "vessel": _("Boat or vehicle"),
    "story": _("In own words"),
    "listening": _("Somebody listens"),
    "sent": _("Pushed to look"),
    "fled": _("Fled from somebody"),
    "violence": _("Hurt or threatened"),
    "held": _("Somebody keeps their things"),
    "debt": _("Owes money"),
    "dependent": _("Cannot say no"),
    "state": _("Danger from authorities"),
    "child": _("Younger than 18"),
    "note": _("For the protection team"),
}


def short_label(page: str, name: str, label: str | Promise) -> str | Promise:
    """The short words for a question of a page, whichever person sought it is about."""
    return SHORT.get(f"{page.partition('-')[0]}.{name}") or SHORT.get(name) or label
