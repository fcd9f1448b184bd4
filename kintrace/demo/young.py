"""The demo's children, and what they and others told. Nobody here lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from kintrace.cases.children_words import Alone
from kintrace.protection.purposes import How

Answers = dict[str, list[str]]


class Stage(Enum):
    """How far a child has come when the demo is whole."""

    TAKEN_IN = "just written down"
    WEIGHED = "spoken with twice; searching is good for the child"
    SEARCHED = "the family is searched for; the care is looked at today"
    HOME = "the mother was found; one proposes the way home, another looks at it next"
    CARE = "nobody was found; in another home, and looked at again"


@dataclass(frozen=True)
class Kid:
    """One child with its team. pages: what it told, by page; heard: in two talks, and the words of
    who weighed it."""

    key: str
    team: str
    stage: Stage
    age: int
    language: str
    given: tuple[str, str]
    father: tuple[str, str]
    sex: str
    place: str
    alone: Alone = Alone.ALONE
    how: How = How.SPOKEN
    pages: dict[str, Answers] = field(default_factory=dict)
    heard: tuple[str, str, str] = ("", "", "")
    portrait: int | None = None  # the seed of a drawn one

    @property
    def who(self) -> Answers:
        """The first page."""
        (given, own), (father, father_own) = self.given, self.father
        return {
            "given": [given],
            "given_original": [own],
            "father": [father],
            "father_original": [father_own],
            "sex": [self.sex],
            "age": [str(self.age)],
            "precision": ["age_at_date"],
            "calendar": ["gregorian"],
            "place": [self.place],
            "languages": [self.language],
        }


_YES: Answers = {"assent": ["yes"]}
KIDS = (
    Kid(
        key="anchor",
        team="Anchor",
        stage=Stage.TAKEN_IN,
        age=7,
        language="uk",
        given=("Danylo", "Данило"),
        father=("Ostap", "Остап"),
        sex="male",
        place="a village by the long bridge",
        how=How.GUARDIAN,
        pages={
            "signs": {
                "marks": ["A small scar on the left knee, from a fence."],
                "belongings": ["A knitted fox with one ear."],
            },
            "found": {
                "where": ["In the waiting room of the station, asleep on a bag."],
                "when": ["yesterday, with the last train"],
                "finder": ["The woman at the counter"],
                "finder_reached": ["at the counter, every evening"],
            },
        },
    ),
    Kid(
        key="well",
        team="Lantern",
        stage=Stage.WEIGHED,
        age=12,
        language="ti",
        given=("Hermon", "ሄርሞን"),
        father=("Goitom", "ጎይቶም"),
        sex="female",
        place="Adi Tsehay",
        pages={
            "family": {
                "relation_1": ["mother"],
                "name_1": ["Abeba Haile"],
                "alive_1": ["yes"],
                "address_1": ["the second row of the camp, by the school tent"],
                "landmark_1": ["a water tank with a blue lid"],
            },
            "parted": {
                "when": ["the night when the lights went out"],
                "where": ["at the gate of the bus yard"],
                "cause": ["onward"],
                "circumstances": ["I held my brother’s sleeve. Then it was another sleeve."],
            },
            "wishes": {"live_with": ["With my mother."], "tell": ["Tell her that I can read now."]},
            "assent": _YES,
        },
        heard=(
            "She drew the school tent, and who sleeps where in it.",
            "She told of the tank with the blue lid without being asked.",
            "She asks for her mother every evening. Nobody who could harm her knows of it.",
        ),
    ),
    Kid(
        key="kite",
        team="Lantern",
        stage=Stage.SEARCHED,
        age=14,
        language="fa",
        given=("Farhad", "فرهاد"),
        father=("Nazar", "نظر"),
        sex="male",
        place="Band-e Sabz",
        pages={
            "family": {
                "relation_1": ["brother"],
                "name_1": ["Navid"],
                "alive_1": ["unknown"],
                "address_1": ["a workshop for bicycles near a harbour"],
            },
            "withhold": {
                "who_1": ["Karim Ludin"],
                "extent_1": ["all"],
                "why_1": ["He says that I owe him for the lorry."],
            },
            "care": {"kind": ["foster"], "with_whom": ["The family above the bakery"]},
            "message": {"message": ["I still have the kite. I did not cut the string."]},
            "assent": _YES,
        },
        heard=(
            "He speaks little. He repaired the lamp of the desk while he told.",
            "He told of the workshop, and of a brother who sings when he works.",
            "He is safe where he is, and waits for word of his brother.",
        ),
        portrait=21,
    ),
    Kid(
        key="swing",
        team="Lantern",
        stage=Stage.HOME,
        age=9,
        language="ar",
        given=("Rima", "ريما"),
        father=("Khalil", "خليل"),
        sex="female",
        place="Tell Nour",
        alone=Alone.SEPARATED,
        pages={
            "family": {
                "relation_1": ["mother"],
                "name_1": ["Huda Mansour"],
                "alive_1": ["yes"],
                "landmark_1": ["a swing on a mulberry tree"],
            },
            "siblings": {"siblings": ["A sister of 19 who is here and looks after her."]},
            "withhold": {
                "who_1": ["Fadi Sabbagh"],
                "extent_1": ["all"],
                "why_1": ["He shouted at us, and he asks neighbours where we live."],
            },
            "wishes": {"live_with": ["With my mother, and my sister beside us."]},
            "assent": _YES,
        },
        heard=(
            "She told of the swing, and counted who may use it.",
            "She told of the swing again, and that her mother hides her mouth when she laughs.",
            "The sister and she both ask for the mother, and nobody presses them.",
        ),
    ),
    Kid(
        key="drum",
        team="Lantern",
        stage=Stage.CARE,
        age=16,
        language="so",
        given=("Bilal", "Bilaal"),
        father=("Warsame", "Warsame"),
        sex="male",
        place="Ceel Cad",
        pages={
            "family": {"others": ["An uncle who drove a lorry. I do not know which town."]},
            "care": {"kind": ["home"], "with_whom": ["The house by the lock, room of four"]},
            "assent": _YES,
        },
        heard=(
            "He wants to go to school before anything else.",
            "He told of the uncle’s lorry, and that nobody else is left.",
            "An uncle may live, and he wants to know. Nobody is put in danger by asking.",
        ),
        portrait=34,
    ),
)
# What another society is asked for Farhad, and what he writes to his brother.
ASKED_THERE = "Does anybody at the harbour know a repairer of bicycles who sings when he works?"
LOOKED_FOR_AT = "The harbours of the south"
NEWS = (
    "Navid,\nI am well, and I go to school. I repaired the lamp of the house by myself.\n"
    "I still have the kite, and I did not cut the string.\nWrite to me, one line is enough."
)


def sheet(kid: Kid) -> dict[str, dict[str, Any]]:
    """Its message to the first of its family, part by part: nothing of where the child is."""
    family, name = kid.pages["family"], f"{kid.given[0]} {kid.father[0]}"
    own = {"name_own": f"{kid.given[1]} {kid.father[1]}", "reply_to": "society", "shown": []}
    to = {"name": family["name_1"][0], "relation": family["relation_1"][0]}
    return {
        "sender": {"name": name, "language": kid.language, **own},
        "addressee": {**to, "address": family["address_1"][0], "language": kid.language},
        "text": {"text": NEWS},
    }


# Who says to be Rima's mother: what she told, and what the child told, each to another of us.
MOTHER = {"name": "Huda Mansour", "relation": "mother", "reached": "by phone, after the prayer"}
SHE_SAID = "She told of the swing on the mulberry tree, and what the younger calls the elder."
THE_CHILD_SAID = "Mother ties the rope of the swing with two knots. She calls me little plum."
BOTH = "Both told of the two knots, and of the little plum."
GOOD_THERE = "The mother has a room and work, and the school is around the corner."
ANOTHER_HOME = "He has a place at the school, and people in the house whom he trusts."
