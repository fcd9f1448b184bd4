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
