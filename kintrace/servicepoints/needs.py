"""What is asked when a point is planned: of many people at once, as bands and yes or no. Nothing
here is about one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Answers = dict[str, Any]


class Share(TextChoices):
    NOBODY = "nobody", _("Hardly anybody")
    SOME = "some", _("Some")
    MOST = "most", _("Most")
    UNKNOWN = "unknown", _("Not known")


class Number(TextChoices):
    FEW = "few", _("Fewer than 20 a day")
    SOME = "some", _("20 to 100 a day")
    MANY = "many", _("100 to 500 a day")
    CROWD = "crowd", _("More than 500 a day")


class Seen(TextChoices):
    """Groups that are seen among the people; no question to anybody."""

    MEN = "men", _("Men alone")
    WOMEN = "women", _("Women alone")
    FAMILIES = "families", _("Families with children")
    CHILDREN = "children", _("Children or young people on their own")
    OLD = "old", _("Old people")
    DISABLED = "disabled", _("People with a disability")
    ILL = "ill", _("Ill or injured people")
    PREGNANT = "pregnant", _("Pregnant women and women with babies")


class Company(TextChoices):
    ALONE = "alone", _("Mostly alone")
    FAMILY = "family", _("Mostly with family")
    GROUP = "group", _("In groups of people who did not know each other before")
    LED = "led", _("In groups that somebody leads")


class Loss(TextChoices):
    BROKEN = "broken", _("Broken or wet")
    TAKEN = "taken", _("Taken from them by officials")
    ROBBED = "robbed", _("Robbed, or kept by others")
    SOLD = "sold", _("Sold for food or a ticket")
    EMPTY = "empty", _("Without power")


class Fear(TextChoices):
    REPORTED = "reported", _("To be reported to the police or to another authority")
    OTHERS = "others", _("Others who listen or look on, and would use it")
    HOME = "home", _("That the family at home comes into danger")
    PHOTOS = "photos", _("To be photographed or filmed")
    COST = "cost", _("That it costs something")


class Police(TextChoices):
    FAR = "far", _("None in sight")
    SEEN = "seen", _("In sight, more than 200 metres away")
    NEAR = "near", _("Nearer than 200 metres")
    INSIDE = "inside", _("They come in, or ask us what we write down")


class There(TextChoices):
    POWER = "power", _("Electricity")
    NETWORK = "network", _("A mobile network")
    WATER = "water", _("Water and toilets")
    ROOF = "roof", _("A roof")
    ROOM = "room", _("A room with a door")
    LIGHT = "light", _("Light in the evening")


class How(Enum):
    """How a question is answered."""

    ONE = auto()
    MANY = auto()
    YES = auto()
    TONGUES = auto()
    WORDS = auto()


@dataclass(frozen=True)
class Question:
    """choices: of ONE and MANY. optional: WORDS that may be left empty, lists that may be."""

    code: str
    asks: _StrPromise
    how: How
    choices: type[TextChoices] | None = None
    hint: _StrPromise | str = ""
    optional: bool = False


@dataclass(frozen=True)
class Group:
    """The questions of one page."""

    code: str
    title: _StrPromise
    questions: tuple[Question, ...]


GROUPS = (
    Group(
        "people",
        _("Who is here"),
        (
            Question("number", _("How many people come by?"), How.ONE, Number),
            Question("seen", _("Whom do you see among them?"), How.MANY, Seen, optional=True),
            Question(
                "from",
                _("Where do they come from, in general words?"),
                How.WORDS,
                hint=_("Regions, not villages. Nothing about one person."),
                optional=True,
            ),
            Question("company", _("Whom are they with?"), How.ONE, Company),
        ),
    ),
    Group(
        "contact",
        _("How they keep in touch"),
        (
            Question("phones", _("Who has a phone that works?"), How.ONE, Share),
            Question("data", _("Who has mobile data or a way to the internet?"), How.ONE, Share),
            Question("losses", _("How were phones lost?"), How.MANY, Loss, optional=True),
            Question("fears", _("What are people afraid of?"), How.MANY, Fear, optional=True),
        ),
    ),
    Group(
        "family",
        _("Families that were separated"),
        (
            Question("separated", _("Who lost contact with family?"), How.ONE, Share),
            Question("detained", _("Do people tell of family in detention?"), How.YES),
            Question("dead", _("Do people tell of the dead?"), How.YES),
            Question("trafficking", _("Are there signs of trafficking?"), How.YES),
            Question(
                "languages",
                _("Which languages do they speak?"),
                How.TONGUES,
                optional=True,
            ),
            Question("reading", _("Who reads easily in one of them?"), How.ONE, Share),
        ),
    ),
    Group(
        "place",
        _("The place"),
        (
            Question("where", _("Where could we receive people?"), How.WORDS),
            Question("police", _("How near are police, guards or soldiers?"), How.ONE, Police),
            Question("there", _("What is there already?"), How.MANY, There, optional=True),
            Question(
                "apart",
                _("Can women and children be received apart, or at hours of their own?"),
                How.YES,
            ),
        ),
    ),
)
BY_CODE = {group.code: group for group in GROUPS}


def group_after(code: str) -> Group | None:
    """The next page; None after the last one."""
    codes = [group.code for group in GROUPS]
    return next(iter(GROUPS[codes.index(code) + 1 :]), None)


def missing(answers: Answers) -> Group | None:
    """The first group of which a question is not answered."""
    return next((group for group in GROUPS if _is_open(group, answers)), None)


def _is_open(group: Group, answers: Answers) -> bool:
    return any(one.code not in answers for one in group.questions)
