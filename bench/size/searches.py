"""One search with all its rows, sealed as the actions leave them, under real slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from bench.size.families import family
from kintrace.cases.models import Case, Move, Sought, Words
from kintrace.cases.states import GOING_ON, State
from kintrace.people.models import Person
from kintrace.protection.models import Basis, NoticeGiven, RiskAnswers
from kintrace.protection.purposes import BasisKind, Channel, How, Purpose
from kintrace.protection.risk import QUESTIONS, Answer
from kintrace.vault import ciphers
from kintrace.vault.models import Slot
from kintrace.vault.reader import aad_of_slot, reader_in_force
from tests.crowd import another_code

if TYPE_CHECKING:
    import random

    from bench.size.families import Family
    from kintrace.people.told import Told

# Where the cases of a network stand after ten years: those that ended are deleted two years later.
STANDS = {
    State.TRACING: 0.34,
    State.OPEN: 0.08,
    State.ANSWERED: 0.06,
    State.SUSPENDED: 0.05,
    State.LEAD: 0.02,
    State.ACCEPTED: 0.005,
    State.SUBMITTED: 0.005,
    State.CLOSED: 0.43,
    State.REFUSED: 0.01,
}
WAY = (State.SUBMITTED, State.ACCEPTED, State.OPEN, State.TRACING)
KEPT_CLOSED = {State.CLOSED: 732, State.REFUSED: 184}  # days: a thousandth is over by now
LONGEST_OPEN = 6 * 365
COMPARED = 0.6  # of those who search agree that other societies compare
BASIS_LASTS = timedelta(days=3 * 365)
CALM = {one.code: Answer.NO.value for one in QUESTIONS}
DEEDS = (
    *("gave_notice", "answered_risk", "submitted_case", "accepted_case", "opened_case"),
    *("recorded_basis",) * 3,
    *("wrote_down_person",) * 2,
    *("kept_draft",) * 4,
    *("read_case",) * 4,
)


@dataclass(frozen=True)
class Office:
    """What a society's rows are made of: ids, and nothing that has to be asked for again."""

    society: UUID
    code: str
    workers: list[UUID]
    officers: list[UUID]
    desks: list[UUID]
    notice: UUID
    others: list[UUID]  # societies that are asked, the larger the oftener
    match_file: UUID
    codes: set[str] = field(default_factory=set)  # reference codes that are given


@dataclass
class Search:
    """One case, and what stands beside it."""

    case: Case
    family: Family
    compared: bool
    rows: list[Any]
    handler: UUID
    sought: list[Sought] = field(default_factory=list)


class Desk:
    """Opens files for one society; its key for slots is borrowed for a batch."""

    def __init__(self, office: Office, key: bytearray, dice: random.Random) -> None:
        self.office, self.dice, self._key = office, dice, key

    def file(self, rows: list[Any]) -> UUID:
        """Begin a file with one slot; the reader keeps its key."""
        file, key = uuid4(), ciphers.new_key()
        home = self.office.society
        wrapped = ciphers.seal(self._key, key, aad=aad_of_slot(file, home))
        reader_in_force().put(file, key)
        rows.append(Slot(file=file, society_id=home, owner_id=home, wrapped=wrapped))
        return file

    def search(self, opened_at: float) -> Search:
        """opened_at: between 0, long ago, and 1, today."""
        rows: list[Any] = []
        told, file = family(self.dice), self.file(rows)
        case = self._case(file, opened_at)
        handler = self.dice.choice(self.office.workers)
        case.handler_id = handler
        made = Search(case, told, self.dice.random() < COMPARED, [*rows, case], handler)
        self._people(made)
        self._grounds(made)
        self._moves(made)
        for kind, lines in (("ways", 2), ("story", 4)):
            words = Words(file=file, case=case, society_id=case.society_id, kind=kind, lines=lines)
            words.words = {kind: ["+00 000 000 000, in the evening; a cousin answers." * lines]}
            made.rows.append(words)
        return made

    def _case(self, file: UUID, opened_at: float) -> Case:
        office, dice = self.office, self.dice
        state = State(dice.choices(list(STANDS), list(STANDS.values()))[0])
        now, goes_on = timezone.now(), state in GOING_ON
        kept = LONGEST_OPEN if goes_on else KEPT_CLOSED[state]
        opened = now - timedelta(days=(1 - opened_at) * LONGEST_OPEN, hours=1)
        closed = None if goes_on else max(opened, now - timedelta(days=dice.random() * kept))
        case = Case(
            file=file,
            society_id=office.society,
            reference=another_code(office.code, office.codes),
            state=state,
            subject=uuid4(),
            desk_id=dice.choice(office.desks),
            opened=opened,
            closed=closed,
            closing=("criteria" if state == State.REFUSED else "told") if closed else "",
            next_review=timezone.localdate() + timedelta(days=dice.randint(-9, 365)),
        )
        case.circumstances = {"reason": "conflict"}
        return case

    def _people(self, made: Search) -> None:
        case, file = made.case, made.case.file
        made.rows.append(self._person(file, case.subject, made.family.searcher))
        for place, (relation, told) in enumerate(made.family.sought, start=1):
            one = Sought(
                file=file, case=case, society_id=case.society_id, subject=uuid4(), place=place
            )
            one.relation = relation
            one.last_news = {"said": "In spring", "place": "A harbour", "heard": "phone"}
            made.sought.append(one)
            made.rows += [one, self._person(file, one.subject, told)]

    def _person(self, file: UUID, subject: UUID, told: Told) -> Person:
        by = str(self.dice.choice(self.office.workers))
        person = Person(file=file, society_id=self.office.society, subject=subject)
        person.told = [{"told": told.to_json(), "at": timezone.now().isoformat(), "by": by}]
        return person

    def _grounds(self, made: Search) -> None:
        case, home = made.case, self.office.society
        by: dict[str, Any] = {"society_id": home, "given_by": case.handler_id}
        given = NoticeGiven(
            subject=case.subject,
            text_id=self.office.notice,
            channel=Channel.READ_ALOUD,
            at=case.opened,
            **by,
        )
        risk = RiskAnswers(subject=case.subject, at=case.opened, **by)
        risk.answers = {"answers": CALM, "note": ""}
        made.rows += [given, risk]
        for purpose in (Purpose.TRACE, Purpose.CONTACT):
            made.rows.append(_basis(case, case.subject, purpose, notice=given, how=How.SPOKEN))
        weighed = [Purpose.TRACE, Purpose.COMPARE] if made.compared else [Purpose.TRACE]
        if made.compared:
            made.rows.append(_basis(case, case.subject, Purpose.COMPARE, notice=given))
        for one in made.sought:
            for purpose in weighed:
                made.rows.append(_basis(case, one.subject, purpose, told_by=case.subject))

    def _moves(self, made: Search) -> None:
        case, before = made.case, ""
        way = WAY[: WAY.index(case.state) + 1] if case.state in WAY else (*WAY, case.state)
        for number, after in enumerate(way):
            at = case.opened + timedelta(minutes=number)
            made.rows.append(
                Move(
                    society_id=case.society_id,
                    case=case,
                    before=before,
                    after=after,
                    by_id=case.handler_id,
                    at=at,
                )
            )
            before = after


def _basis(
    case: Case,
    subject: UUID,
    purpose: Purpose,
    *,
    notice: NoticeGiven | None = None,
    told_by: UUID | None = None,
    how: How = How.WEIGHED,
) -> Basis:
    """A basis that lasts three years from the opening, or from its last renewal."""
    age = (timezone.now() - case.opened) % BASIS_LASTS
    agreed = purpose == Purpose.COMPARE and notice is not None
    basis = Basis(
        file=case.file,
        society_id=case.society_id,
        subject=subject,
        purpose=purpose,
        kind=BasisKind.CONSENT if agreed else BasisKind.PUBLIC_INTEREST,
        how=How.SPOKEN if agreed else how,
        notice=notice,
        told_by=told_by,
        given_by=case.handler_id or case.society_id,
        given=case.opened,
        until=timezone.localdate(timezone.now() - age + BASIS_LASTS),
    )
    basis.not_with = {"societies": [], "countries": [], "persons": []}
    return basis
