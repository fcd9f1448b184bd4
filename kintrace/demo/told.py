"""What the demo's people tell: the last news, how they were parted, how they are reached."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    """The last news as it was told. `reason` and `heard` are codes of the questions."""

    reason: str
    said: str
    years_ago: int
    place: str
    heard: str


NEWS: tuple[News, ...] = (
    News("onward", "in the spring, two years ago", 2, "on the way", "phone"),
    News("sea", "the night we were brought to two harbours", 1, "at sea", "together"),
    News("border", "at night, when they divided our group", 3, "near a border", "together"),
    News("conflict", "the day the shelling began", 4, "at home", "together"),
    News("onward", "a month after we had left, before the rain", 2, "in the next town", "someone"),
    News("disaster", "after the flood, before the harvest", 5, "at home", "phone"),
    News("injury", "when one of us was taken to a hospital", 1, "in a hospital", "together"),
    News("onward", "the winter my phone was lost", 3, "in a camp", "phone"),
    News("conflict", "the week the town was left", 6, "on the road out of the town", "someone"),
    News("detention", "when the bus was stopped", 2, "at a road block", "together"),
)  # fmt: skip
STORIES: tuple[str, ...] = (
    "We went in two cars. Ours was turned back, the other drove on. Since then the number is dead.",
    "We had agreed to meet at the station. I waited nine days.",
    "We were on one boat and were brought ashore in two places. Nobody could tell me where the "
    "others went.",
    "My phone fell into the water with every number in it. I know none of them by heart.",
    "The neighbours say that everybody left the same morning. Nobody saw which way they went.",
    "We spoke every Friday. One Friday there was no answer, and none since.",
    "A letter came from a camp. I wrote back, and mine was returned.",
    "I was ill and stayed behind. They were to send word from the next town.",
    "We were children when we were parted. I know the name, the village and one song.",
)
WAYS: tuple[dict[str, list[str]], ...] = (
    {"visits": ["on"], "times": ["on market days"]},
    {"phone": ["+00 010 555 0171"], "times": ["in the evening"]},
    {"phone": ["+00 010 555 0172"], "quiet": ["on"]},
    {"through": ["the teacher of the language class, at the same desk"]},
    {"app": ["the same name as on the card"], "times": ["at noon"]},
    {"email": ["me@example.invalid"]},
)
# What only the family knows: the question, what who searches says, what who was found says.
FAMILY_FACTS: tuple[tuple[str, str, str], ...] = (
    ("What was the goat called?", "Snow, for it was black", "Snow. It was as black as coal."),
    ("Who sang at night?", "Grandmother, about a river", "Our grandmother sang of the river."),
    ("What stood beside the well?", "Half a fig tree", "A fig tree that lightning had split"),
)
# Where a found person is and how they are reached, as they agreed.
WHERE: tuple[dict[str, str], ...] = (
    {
        "phone": "+00 020 555 0161",
        "through": "the woman at the library, before noon",
        "where": "a room above the bakery, Ferry Lane 3",
        "safe": "never after six",
    },
    {
        "phone": "+00 030 555 0162",
        "through": "the nurse who comes on Mondays",
        "where": "the house of a colleague, Pier 2",
        "safe": "write first, then call",
    },
)


@dataclass(frozen=True)
class Between:
    """What two desks write to each other about one search."""

    asked: str
    tried: tuple[str, ...]
    question: str
    answered: str


BETWEEN: tuple[Between, ...] = (
    Between(
        "Please ask at the language school and at the ferry office. The last call came from there.",
        (
            "Asked at the school: the name is on no list since the winter.",
            "The ferry office opens again on Monday. A neighbour may know more.",
        ),
        "Was there a second name, used on the way? The school has two people of the same age.",
        "The family says that friends use the grandfather’s name.",
    ),
    Between(
        "Somebody saw them in a queue at your camp. Please look whether that can be true.",
        (
            "The camp’s list has nobody of this name.",
            "Spoke with the elder of the row of tents: he remembers a family from there.",
        ),
        "Do you know with whom they travelled? Families are listed under the eldest.",
        "With an aunt and two small children. We do not know the aunt’s name.",
    ),
    Between(
        "The last letter had a stamp of your town. Please look into your lists.",
        (
            "Looked through the lists of arrivals of two years.",
            "Wrote to the two parishes by the river.",
        ),
        "Which year was on the letter? Ours begin with the spring of last year.",
        "The stamp cannot be read. The letter speaks of the first snow.",
    ),
)
REGIONS = ("The coast in the west", "Around the ferry port", "The valley of the mills")
# Family news as it stands on a sheet; who has none in their language tells it in English.
NEWS_HOME = {
    "ar": (
        "إلى أحبّتي،\n"
        "نحن بخير جميعًا. كبر الأولاد، والصغيرة بدأت تمشي.\n"
        "زرعنا النعناع في شرفة صغيرة كما كانت أمّي تفعل.\n"
        "نشتاق إليكم كل يوم. اكتبوا لنا ولو كلمة واحدة."
    ),
    "fr": (
        "Mes chers,\n"
        "Nous allons bien. Le petit a perdu sa première dent et la garde dans une boîte.\n"
        "Je fais le riz comme maman, mais il n’a pas le même goût.\n"
        "Écrivez-nous, même une seule ligne."
    ),
}
NEWS_OTHERWISE = (
    "My dear ones,\n"
    "We are in good health. The children go to school and speak of you every evening.\n"
    "The old radio still plays. On Fridays we cook what you liked.\n"
    "Write to us, be it one line.",
    "To all at home,\n"
    "I am well and I have work. My knee is better.\n"
    "I keep the photo from the garden beside my bed.\n"
    "Tell grandmother that I wear the scarf she made.",
)
REPLIES_HOME = {
    "en": "Thank God. We are all together. Grandmother asks for you every day and laughs again.",
    "ar": "الحمد لله. نحن معًا جميعًا. جدّتكم تسأل عنكم كل يوم، وعادت تضحك.",
    "fr": "Dieu merci. Nous sommes tous ensemble. Grand-mère demande de vos nouvelles chaque jour.",
}
# Where an addressee is found; there are no such streets.
DOORS = (
    "Behind the old mill, the third door, ask for the baker",
    "Quarter of the potters, beside the dry well, with the teacher",
    "Row of tents by the water tank; the elder knows everybody",
)
