"""What a child tells of others, and what others notice of it; no word of it stands in its copy."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.children_told import FAMILY_ROWS
from kintrace.cases.children_words import Alive
from kintrace.cases.forms_children import KIN, Table, line, words
from kintrace.ui.widgets import Phone


class SiblingsForm(forms.Form):
    siblings = words(_("Brothers and sisters here with the child: name and age"))
    together = words(_("What matters so that they stay together"))


class FoundForm(forms.Form):
    """Where somebody first looked after the child, and who."""

    where = line(_("Where was the child found?"))
    when = line(_("When was it, as it is said?"))
    finder = line(_("Who found the child?"))
    finder_reached = line(_("How can that person be reached?"))


class FamilyForm(Table):
    """The family as the child knows it."""

    ROWS = FAMILY_ROWS
    others = words(_("Others of the family, in the words of the child"))

    def columns(self) -> dict[str, forms.Field]:
        return {
            "relation": forms.ChoiceField(
                label=_("Who is it to the child?"), choices=KIN, required=False
            ),
            "name": line(_("Name")),
            "alive": forms.ChoiceField(
                label=_("Does this person live?"),
                choices=[("", "—"), *Alive.choices],
                required=False,
            ),
            "address": line(_("Where did this person last live?")),
            "landmark": line(_("What stands near that place? A well, a shop, a school")),
            "phone": line(_("Phone"), widget=Phone),
        }


class UnderFiveForm(forms.Form):
    """For a child too young to tell: what others notice. Only where it helps."""

    HELPS = frozenset({"finder", "belongings", "songs", "accent", "habits"})
    finder = words(_("What the person noticed who found the child"))
    belongings = words(_("What the child wore and held in its hands"))
    songs = words(_("Songs, rhymes and words the child says"))
    accent = words(_("How the child speaks: what sounds like which town or village"))
    habits = words(_("What the child eats, plays and does to fall asleep"))
