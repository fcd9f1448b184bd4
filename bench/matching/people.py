"""Records of people as desks of many societies have typed them, with the truth beside them.

`generate(records, seed)` gives a frame with the columns that `matching.link` reads, and `person`:
records with one number there tell of one person.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from bench.matching.habits import Desk, desks, slipped, written
from bench.matching.lives import Life, lives
from kintrace.matching.description import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.matching.material import Spelt

SOCIETIES = 24
TIMES, HOW_OFTEN = (1, 2, 3), (0.55, 0.3, 0.15)  # a life is told, shares of lives
BANDS = ((0, 4), (5, 11), (12, 17), (18, 24), (25, 39), (40, 59))
PERSON = "person"


@dataclass(frozen=True)
class Noise:
    """How often a record has what: shares of records, or of the names in them for `typo`."""

    typo: float = 0.1
    swapped: float = 0.06
    merged: float = 0.05
    without_middle: float = 0.25
    without_family: float = 0.06
    without_birth: float = 0.13
    year_only: float = 0.12
    days_swapped: float = 0.03
    years_off: float = 0.08
    unconverted: float = 0.15
    without_place: float = 0.2
    other_place: float = 0.03
    without_seen: float = 0.35
    without_father: float = 0.35
    without_mother: float = 0.6
    without_phone: float = 0.85
    other_sex: float = 0.004
    event_off: float = 0.06
    without_event: float = 0.15


USUAL = Noise()
NOISIER = Noise(
    typo=0.16,
    swapped=0.09,
    merged=0.08,
    years_off=0.13,
    other_place=0.1,
    other_sex=0.02,
    event_off=0.15,
    days_swapped=0.05,
)


def generate(
    records: int, seed: int, *, noise: Noise = USUAL, half: str = "held", societies: int = SOCIETIES
) -> pd.DataFrame:
    """So many records, all text but `person`; the same ones for the same wish.

    `half` says which part of the public names people bear ("held" to judge on, "dev" to learn
    from). Needs KINTRACE_NAMES_DATA.
    """
    dice = random.Random(f"people {seed} {half}")  # noqa: S311 - no secret
    offices = desks(societies, dice)
    found: list[dict[str, object]] = []
    for life in lives(dice, half):
        times = dice.choices(TIMES, HOW_OFTEN)[0]
        found += [_Record(life, dice.choice(offices), noise, dice).row() for _ in range(times)]
        if len(found) >= records:
            break
    dice.shuffle(found)
    rows = found[:records]
    for number, row in enumerate(rows):
        row["rec_id"] = f"r{number:07}"
    return pd.DataFrame(rows, columns=[*COLUMNS, PERSON])


class _Record:
    """One life as one desk wrote it down."""

    def __init__(self, life: Life, desk: Desk, noise: Noise, dice: random.Random) -> None:
        self.life, self.desk, self.noise, self.dice = life, desk, noise, dice
        self.native = bool(life.region.script) and dice.random() < desk.native

    def happens(self, share: float) -> bool:
        return self.dice.random() < share

    def row(self) -> dict[str, object]:
        names = self.names()
        birth = self.birth()
        event = "" if self.happens(self.noise.without_event) else str(self.event())
        return {
            "society": self.desk.society,
            "script": self.life.region.script if self.native else "Latn",
            **names,
            "full_name": " ".join(filter(None, names.values())),
            "dob": birth,
            "age_band": "" if birth or not event else self.band(),
            "gender": self.sex(),
            "birth_place": self.place(),
            "last_seen": self.seen(),
            "father_name": self.father(),
            "mother_name": self.of(self.life.mother, self.noise.without_mother),
            "phone": self.phone(),
            "event_year": event,
            PERSON: self.life.person,
        }

    def names(self) -> dict[str, str]:
        """The parts as typed: some swapped, some merged, some left out."""
        life, noise = self.life, self.noise
        given = self.spelt(life.given)
        middle = self.of(life.middle, noise.without_middle) if life.middle else ""
        family = self.of(life.family, noise.without_family)
        if family and self.happens(noise.swapped):
            given, family = family, given
        if middle and self.happens(noise.merged):
            given, middle = given + (" " if self.happens(0.6) else "") + middle, ""
        elif family and self.happens(noise.merged):
            given, family = f"{given} {family}", ""
        return {"given": given, "middle": middle, "family": family}

    def spelt(self, name: Spelt) -> str:
        text = written(name, self.desk, native=self.native, dice=self.dice)
        return slipped(text, self.dice) if self.happens(self.noise.typo) else text

    def of(self, name: Spelt, without: float) -> str:
        return "" if self.happens(without) else self.spelt(name)

    def father(self) -> str:
        """His given name, now and then with the family's."""
        told = self.of(self.life.father, self.noise.without_father)
        return f"{told} {self.spelt(self.life.family)}" if told and self.happens(0.2) else told

    def sex(self) -> str:
        told = "f" if self.life.female != self.happens(self.noise.other_sex) else "m"
        return "" if self.happens(0.03) else told

    def event(self) -> int:
        off = self.dice.choice((-1, 1)) if self.happens(self.noise.event_off) else 0
        return self.life.event + off

    def band(self) -> str:
        """The band of ages in which one was at the event, as desks have them."""
        age = max(0, self.life.event - self.life.birth.year - self.dice.randrange(2))
        if self.happens(0.3):
            return ""
        bands = [f"{first}-{last}" for first, last in BANDS if first <= age <= last]
        return bands[0] if bands else "60+"

    def phone(self) -> str:
        if self.happens(self.noise.without_phone):
            return ""
        number = self.life.phone if self.happens(0.7) else f"{self.dice.randrange(10**8, 10**9)}"
        return f"+{number}" if self.happens(0.5) else f"00 {number[:3]} {number[3:]}"

    def place(self) -> str:
        if self.happens(self.noise.without_place):
            return ""
        other = self.happens(self.noise.other_place)
        return self.at(self.dice.choice(self.life.seen) if other else self.life.town)

    def seen(self) -> str:
        return (
            "" if self.happens(self.noise.without_seen) else self.at(self.life.seen[self.which()])
        )

    def which(self) -> int:
        return int(self.happens(0.3))

    def at(self, place: Spelt) -> str:
        return place.native if self.native else self.dice.choice(place.latin)

    def birth(self) -> str:
        """The day as it was written: swapped, off by a year, left in another calendar, a year."""
        if self.happens(self.noise.without_birth):
            return ""
        day = self.shifted(self.life.birth)
        if self.happens(self.noise.year_only):
            return f"{day.year}"
        if not self.life.day_known:
            return f"{day.year}-01-01"
        if self.happens(0.02):
            return f"{day.year}-{day.month:02}"
        if day.day <= 12 and self.happens(self.noise.days_swapped * 2.5):
            return f"{day.year}-{day.day:02}-{day.month:02}"
        return day.isoformat()

    def shifted(self, day: date) -> date:
        """A year or two off, or in the calendar of the country, day and month as they were."""
        year = day.year
        if self.happens(self.noise.years_off):
            year += self.dice.choice((-2, -1, -1, 1, 1, 2))
        if self.life.region.name == "horn" and self.happens(self.noise.unconverted):
            year -= 7 if day >= date(day.year, 9, 11) else 8
        if self.life.region.name == "persian" and self.happens(self.noise.unconverted / 4):
            year -= 621 if day >= date(day.year, 3, 21) else 622
        return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def truth(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """The pairs of record ids that tell of one person, the lower id first."""
    for _, ids in frame.groupby(PERSON)["rec_id"]:
        told = sorted(ids)
        for at, one in enumerate(told):
            yield from ((one, other) for other in told[at + 1 :])
