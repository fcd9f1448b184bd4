"""Places that may know of somebody: hospitals, registers, the ICRC; and what is told to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.cases.circumstances import Reason
from kintrace.network.words import SocietyKind
from kintrace.protection.purposes import BasisKind

if TYPE_CHECKING:
    from datetime import date


class SourceKind(TextChoices):
    """What a place is."""

    HOSPITAL = "hospital", pgettext_lazy("a place that is asked", "A hospital")
    AMBULANCE = "ambulance", pgettext_lazy("a place that is asked", "An ambulance service")
    REGISTER = "register", pgettext_lazy("a place that is asked", "A register or list")
    MORGUE = "morgue", pgettext_lazy("a place that is asked", "A morgue")
    SHELTER = "shelter", pgettext_lazy("a place that is asked", "A shelter or camp")
    OTHER = "other", pgettext_lazy("a place that is asked", "Another place")
    ICRC = "icrc", pgettext_lazy("a place that is asked", "A delegation of the ICRC")


class Part(TextChoices):
    """What a place may be told of the person."""

    SEX = "sex", _("Whether it is a woman or a man")
    AGE = "age", _("About how old the person is")
    NEWS = "news", _("When and where the person was last heard of")
    NAME = "name", _("The name")


class Result(TextChoices):
    """What came of it. Sealed: that somebody lies in a hospital stands in no plain column."""

    NOTHING = "nothing", _("They know of nobody like this")
    PERHAPS = "perhaps", _("They know of somebody who may be the person")
    KNOWN = "known", _("They know the person")
    NOT_SAID = "not_said", _("They may not say")
    TAKEN = "taken", _("They take it on")


# What brings no words to a search; with words of the place it does.
SAYS_NOTHING = frozenset({Result.NOTHING, Result.NOT_SAID})
# On which ground somebody outside the network is told of a person who cannot be asked.
GROUNDS = (BasisKind.VITAL_INTEREST, BasisKind.PUBLIC_INTEREST)
# A name leaves only where life or health may hang on it; else a place is asked whether it has
# somebody like this.
NAMED_ON = frozenset({BasisKind.VITAL_INTEREST})
# Somebody is detained: whoever asks at a prison may harm them. The ICRC visits, and nobody else.
REFERRED = frozenset({SourceKind.ICRC})


def may_ask(kind: str, *, reason: str) -> bool:
    """Whether a place of this kind is asked in a case of this reason."""
    return (kind in REFERRED) == (reason == Reason.DETENTION)


def may_search(kind: str, *, reason: str) -> bool:
    """Whether a society of this kind is asked to search: to whoever asks where people are
    detained the same may happen as to a place."""
    return kind == SocietyKind.DELEGATION or reason != Reason.DETENTION


@dataclass(frozen=True, repr=False)
class Ask:
    """One question to one place: on which ground, what is told, when, and until when we wait.

    how: how the person who searches agreed; asked of a referral alone.
    """

    source: str
    ground: str
    parts: tuple[str, ...]
    day: date
    due: date
    how: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "ground": self.ground,
            "parts": list(self.parts),
            "how": self.how,
        }
