"""What stands on the public pages besides the faces themselves."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kintrace.network import lookups as network
from kintrace.protection import lookups as protection
from kintrace.wall import relations

if TYPE_CHECKING:
    from kintrace.wall.models import Face


@dataclass(frozen=True)
class Claim:
    """The first of the two actions below a face, from the visitor's side."""

    code: str
    sentence: Promise
    mine: Promise
    picto: str


def claims(face: "Face") -> list[Claim]:
    """ "I am this person's brother", "My sister", one per relation searched."""
    return [
        Claim(
            code=code,
            sentence=relations.I_AM[code],
            mine=relations.mine(code, face.seeker_sex),
            picto=relations.pictogram(code, face.seeker_sex),
        )
        for code in face.relations
    ]


def no_such_removal_code() -> str:
    """Said for a wrong code and for one whose photo is gone already."""
    return _(
        "No photo on the wall has this code. Either it is down already, or a letter is wrong. "
        "Look at the code once more."
    )


def approved_texts() -> list[tuple[Any, Any]]:
    """(society, its approved information notice in this page's language), where one stands."""
    language = get_language() or "en"
    found = (
        (society, protection.text_in_force(society.pk, language))
        for society in network.every_society()
    )
    return [(society, text) for society, text in found if text is not None]
