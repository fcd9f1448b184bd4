"""What visitors wrote: messages in every state at the first desk, a few at each of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_showing, inbox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member
    from kintrace.wall.models import Message


@dataclass(frozen=True)
class Letter:
    """What one visitor wrote, and what the desk has done with it since."""

    text: str
    writer: str = "news"
    ways: dict[str, str] = field(default_factory=lambda: {"phone": "+00 010 555 0199"})
    safe: tuple[str, ...] = ()
    word: str = "almond"
    states: tuple[str, ...] = ()
    answer: str = ""


UNREAD = Letter(
    "I think I know this person from school. Please call me in the evening.",
    writer="knows",
    safe=("evening",),
)
ANSWERED = Letter(
    "I believe that I am the one who is being looked for. I am well. Please tell nobody where I am "
    "before we have spoken.",
    writer="sought",
    ways={},
    safe=("silent",),
    word="pomegranate",
    answer=(
        "Thank you for writing. We have spoken with the person in the photo and said only that "
        "somebody wrote. Nobody was told where you are. Write here again, or come to any desk of "
        "ours and show this code: you decide what happens next."
    ),
)
LETTERS: tuple[Letter, ...] = (
    UNREAD,
    ANSWERED,
    Letter("We were neighbours. I know where the others worked last year.", states=("plausible",)),
    Letter(
        "This is my family. I have the photo of our house that only we have.",
        writer="family",
        safe=("day",),
        states=("plausible", "contacted", "match"),
    ),
    Letter("Cheap cards for every phone. Write to us now.", states=("spam",)),
    Letter("I know where they are. Send money first, then I tell you.", states=("demand",)),
    Letter("Take this photo away, or somebody will be sorry.", states=("threat",)),
    Letter(
        "The face looks like a man at my work, perhaps a cousin of his.",
        writer="knows",
        states=("plausible", "not_related"),
    ),
    Letter(
        "I saw this person at the bus station. My number changes often.",
        ways={"app": "the one with the blue scarf"},
        states=("plausible", "contacted", "unreachable"),
    ),
    Letter(
        "Tell me the name and I will tell you mine. I write until you do.",
        ways={"email": "curious@example.invalid"},
        states=("threat", "abuse"),
    ),
    Letter(
        "My aunt has this photo on her wall at home. She cannot write. I come back with the code.",
        writer="family",
        ways={},
        word="harbour",
        answer="Thank you. Bring your aunt on any day; we keep an hour free for her.",
    ),
)
AT_FIRST, ELSEWHERE = 2, 3


def first(house: House) -> tuple[Step, ...]:
    """One to read and one that was answered, before anybody is served."""
    return _steps(house, LETTERS[:AT_FIRST])


def later(house: House) -> tuple[Step, ...]:
    return _steps(house, LETTERS[AT_FIRST:], after=AT_FIRST)


def steps(house: House) -> tuple[Step, ...]:
    turn = HOUSES.index(house)
    return _steps(house, list(islice(cycle(LETTERS), turn, turn + ELSEWHERE)))


def key(house: House, number: int) -> str:
    """Under which the code of a society's message is remembered; numbers begin with 1."""
    return f"{house.code} message {number}"


def _steps(house: House, letters: Sequence[Letter], *, after: int = 0) -> tuple[Step, ...]:
    shown = [lot for lot in at(house) if lot.fate is Fate.LIVE]
    told = zip(letters, shown[after:], strict=False)
    return tuple(
        Step(key(house, number), partial(write, lot, letter))
        for number, (letter, lot) in enumerate(told, start=after + 1)
    )


def write(lot: Lot, letter: Letter) -> str | None:
    """A visitor writes about this face, and the desk goes on from there. Answers the code."""
    face = face_showing(UUID(made()[lot.face_key]))
    with seated(actor(lot, Role.CASEWORKER)) as by:
        message, code = _found(letter, by), None
        if message is None:
            body = {"kind": "message", "writer": letter.writer, "ways": letter.ways}
            more = {"safe": list(letter.safe), "country": "", "text": letter.text}
            code = wall.leave_message(face, body={**body, **more}, word=letter.word).code
            message = _found(letter, by)
        if message is not None:
            _treat(message, letter, by=by)
    return code


def _found(letter: Letter, by: Member) -> Message | None:
    """The message, told from a newcomer's own by what it says."""
    everything = [*inbox(by), *inbox(by, closed=True)]
    return next((one for one in everything if one.body["text"] == letter.text), None)


def _treat(message: Message, letter: Letter, *, by: Member) -> None:
    for state in letter.states:
        if not message.is_closed and message.state != state:
            message = wall.screen(message, state=state, by=by)
    if letter.answer and message.state == "received":
        wall.answer(message, text=letter.answer, by=by)
