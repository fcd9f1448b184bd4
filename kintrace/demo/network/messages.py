"""What visitors wrote: messages in every state at the first desk, a few at each of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kintrace.cases.replies import FIRST, Topic
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel as Read
from kintrace.ui.tongues import own_name
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_up, inbox
from kintrace.wall.screening import Channel, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member
    from kintrace.wall.models import Message


@dataclass(frozen=True)
class Letter:
    """What one visitor wrote or told, and what the desk has done with it since."""

    text: str
    language: str = "en"
    kind: Kind = Kind.MESSAGE
    channel: Channel = Channel.WALL
    more: dict[str, str] = field(default_factory=dict)
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
    Letter(
        "رأيت هذا الشخص في مدرسة اللغة قبل شهرين. لا أعرف أين هو الآن، لكن المعلمة تعرفه.",
        language="ar",
        writer="knows",
        word="زيتون",
        answer=FIRST["ar"][Topic.READ],
    ),
    Letter(
        "فکر می‌کنم دنبال من می‌گردند. حالم خوب است. لطفاً پیش از آن که با من حرف بزنید به کسی نگویید "
        "کجا هستم.",
        language="fa",
        writer="sought",
        ways={},
        word="انار",
    ),
    Letter(
        "ነዚ ሰብ እዚ ይፈልጦ እየ። ኣብ ሓደ ካምፕ ሓቢርና ኔርና።",
        language="ti",
        writer="knows",
        safe=("evening", "write"),
        word="ቀይሕ ዕምባባ",
    ),
    Letter(
        "C’est ma tante. Nous avons la même photo à la maison. Appelez-moi le soir.",
        language="fr",
        writer="family",
        safe=("evening",),
        word="amandier",
        states=("plausible",),
    ),
    Letter(
        "مردی زنگ زد و گفت که در برابر پول می‌گوید پسرم کجاست. پول ندادم.",
        language="fa",
        kind=Kind.DEMAND,
        more={"who": "مردی که خود را کارمند یک دفتر نامید", "how_much": "۳۰۰ دالر"},
        word="",
    ),
    Letter(
        "She calls from the station. A woman in her class looks like the one in the photo.",
        channel=Channel.PHONE,
        word="lantern",
    ),
    Letter(
        "Quelqu’un que je fuis a vu cette photo. Cachez-la tout de suite, s’il vous plaît.",
        language="fr",
        kind=Kind.DANGER,
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
    return _steps(house, list(islice(cycle(LETTERS), turn * ELSEWHERE, (turn + 1) * ELSEWHERE)))


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
    with seated(actor(lot, Role.CASEWORKER)) as by:
        message, code = _found(letter, by), None
        if message is None:
            code = _sent(UUID(made()[lot.face_key]), letter, by=by)
            message = _found(letter, by)
        if message is not None:
            _treat(message, letter, by=by)
    return code


def _sent(about: UUID, letter: Letter, *, by: Member) -> str | None:
    """Sealed like what comes in through the wall's forms or is told to a member."""
    face = face_up(about)
    if face is None:
        raise LookupError("the face of this message is down")
    if letter.kind is Kind.DANGER:
        said = {"text": letter.text, "page_language": letter.language}
        wall.press(face, tag=sha256(letter.text.encode()).digest()[:16], danger=True)
        told: dict[str, Any] = {"about": about, "danger": True, "body": said, "word": letter.word}
        sent = wall.tell_with_press(face.society_id, **told)
        return sent.code if sent else None
    body, word = _body(letter, claim=face.relations[0]), letter.word
    if letter.kind is Kind.DEMAND:
        return wall.report_demand(face.society_id, about=about, body=body, word=word).code
    if letter.channel is not Channel.WALL:
        spoke: dict[str, Any] = {"channel": letter.channel, "heard": _heard(letter, by=by)}
        return wall.write_down(about=about, body=body, word=word, **spoke, by=by).code
    return wall.leave_message(face, body=body, word=word).code


def _heard(letter: Letter, *, by: Member) -> Heard:
    """The notice in the caller's language, or in English through an interpreter."""
    own = text_in_force(by.society_id, letter.language)
    text = own or text_in_force(by.society_id, "en")
    if text is None:
        raise LookupError("the demo's notice is not approved")
    on_the_phone = letter.channel is Channel.PHONE
    return Heard(text, Read.PHONE if on_the_phone else Read.READ_ALOUD, interpreter=own is None)


def _body(letter: Letter, *, claim: str) -> dict[str, Any]:
    """What the forms of the wall would seal (wall/telling.py, forms.py)."""
    reached = {"ways": letter.ways, "come_back": not letter.ways, "safe": list(letter.safe)}
    said = {"page_language": letter.language, "text": letter.text, **letter.more}
    if letter.kind is Kind.MESSAGE:
        said |= {"writer": letter.writer, "name": "", "country": ""}
        said["language"] = own_name(letter.language)
        said["claim"] = claim if letter.writer == "sought" else ""
    return {**reached, **said}


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
