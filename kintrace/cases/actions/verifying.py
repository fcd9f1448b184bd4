"""Whether the found person and the one who searches belong together: asked apart, judged by people.

The side that searches is asked by a page that holds nothing of the found person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import (
    NotAsExpected,
    PassedOn,
    locked,
    require_free,
    require_under_way,
)
from kintrace.cases.card import Wish
from kintrace.cases.finding import (
    FEWEST_OTHERS,
    Compared,
    Rung,
    Verdict,
    WhyFailed,
    is_enough,
)
from kintrace.cases.line_up import naming_the_photo
from kintrace.cases.models import Judgement, Proof
from kintrace.network.access import Right, has
from kintrace.ui.refusals import NoRight, Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.cases.finding import LineUp
    from kintrace.cases.lookups import Finding, Whom
    from kintrace.network.models import Member

SEEKER, FOUND = "seeker", "found"


class NotProved(Refusal):
    """What is written down does not carry the decision."""


class AnotherDecides(Refusal):
    """The second member is neither who asked for the choice nor who verified."""


def writable(sought: Whom) -> Finding:
    """The finding, while something may be added to it."""
    finding = locked(sought)
    require_under_way(sought)
    require_free(sought)
    if finding.release is not None:
        raise PassedOn
    return finding


def require_decider(by: Member) -> None:
    if not has(by, Right.RELEASE_CONTACT):
        raise NoRight(_("An officer or the child-protection officer decides this."))


@transaction.atomic
def ask(sought: Whom, *, side: str, new: str = "", answers: Mapping[UUID, str], by: Member) -> None:
    """Keep what one side said: to a new question, and to questions that the other side heard.

    `answers` is proof to answer; the new question's is under the id of no proof, `sought.pk`. What
    was said is never written over. Raises InformationNotGiven, NotAsExpected.
    """
    finding = writable(sought)
    if side == SEEKER and isinstance(sought, lookups.Afar):
        raise NotAsExpected(
            _("The society that asked speaks with the family. Send it the questions.")
        )
    told = {pk: words.strip() for pk, words in answers.items() if words.strip()}
    if new.strip():
        row = _begun(finding, Rung.FACT, new, by)
        say_to(row, side, told.pop(sought.pk, ""), by)
    for row in finding.proofs:
        if row.pk in told:
            say_to(row, side, told[row.pk], by)
    if finding.located is not None:
        record(Deed.KEPT_PROOF, about=finding.located.pk, by=by)


def _begun(finding: Finding, rung: Rung, asked: str, by: Member) -> Proof:
    located = finding.located
    if located is None:
        raise NotAsExpected(_("Write down first that the person was found and informed."))
    row = Proof(file=located.file, located=located, society_id=located.society_id, by=by)
    row.rung, row.asked = {"rung": rung.value, "compared": ""}, asked.strip()
    row.save(force_insert=True)
    return row


def say_to(row: Proof, side: str, words: str, by: Member) -> None:
    """Keep one side's answer; once."""
    before = row.seeker_by_id if side == SEEKER else row.found_by_id
    if before is not None or not words:
        return
    if side == SEEKER:
        row.seeker_says, row.seeker_by = words, by
        row.save(update_fields=["seeker_says", "seeker_by"])
    else:
        row.found_says, row.found_by = words, by
        row.save(update_fields=["found_says", "found_by"])


@transaction.atomic
def add_rung(
    sought: Whom, *, rung: str, note: str, compared: str, line_up: LineUp | None = None, by: Member
) -> Proof:
    """A photo recognised among several, or somebody else who knows both. Papers are not asked for.

    Raises InformationNotGiven, NotAsExpected for a child's photo and for photos that were not shown
    as they have to be.
    """
    require_decider(by)
    finding = writable(sought)
    shown = {}
    if rung == Rung.LINE_UP:
        told = _require_line_up(finding, line_up, by=by)
        shown = {"line_up": naming_the_photo(told, finding).to_json()}
    row = _begun(finding, Rung(rung), note, by)
    row.rung = {"rung": Rung(rung).value, "compared": Compared(compared).value} | shown
    row.save(update_fields=["rung"])
    record(Deed.KEPT_PROOF, about=row.located_id, by=by)
    return row


def _require_line_up(finding: Finding, line_up: LineUp | None, *, by: Member) -> LineUp:
    """Of adults, among enough others, and by somebody who could not know what the others said."""
    if not finding.is_of_age:
        raise NotAsExpected(
            _("Photos are shown of adults only. This person may be younger than 18.")
        )
    if line_up is None or line_up.others < FEWEST_OTHERS:
        words = _("Show the photo among at least %(fewest)d others. Among fewer it is a guess.")
        raise NotAsExpected(words % {"fewest": FEWEST_OTHERS})
    if finding.is_afar and line_up.shown_to == SEEKER:
        raise NotAsExpected(
            _("The society that asked speaks with the family. Send it the questions.")
        )
    if line_up.held_by not in {one.pk for one in lookups.who_works_on_cases(by)}:
        raise NotAsExpected(_("Choose who of your society showed the photos."))
    if line_up.held_by in _who_asked_beside(finding, line_up.shown_to):
        raise NotAsExpected(
            _("This member asked the other side. Let another one show the photos, without knowing.")
        )
    return line_up


def _who_asked_beside(finding: Finding, side: str) -> set[UUID | None]:
    """Who asked the side that was not shown the photos."""
    rows = finding.proofs
    return {row.found_by_id if side == SEEKER else row.seeker_by_id for row in rows} - {None}


@transaction.atomic
def compare(sought: Whom, *, judged: Mapping[UUID, str], by: Member) -> None:
    """Say of each fact whether both sides said the same. Both must have answered."""
    require_decider(by)
    finding = writable(sought)
    for row in finding.proofs:
        if judged.get(row.pk) and row.seeker_by_id and row.found_by_id:
            row.rung = row.rung | {"compared": Compared(judged[row.pk]).value}
            row.save(update_fields=["rung"])
    if finding.located is not None:
        record(Deed.COMPARED_PROOFS, about=finding.located.pk, by=by)


@transaction.atomic
def decide(sought: Whom, *, verdict: str, because: str = "", by: Member) -> Judgement:
    """A person decides; nothing is counted up by itself. Raises NotProved, NoRight."""
    require_decider(by)
    finding, says = writable(sought), Verdict(verdict)
    if says == Verdict.VERIFIED and not is_enough(finding.compared, careful=finding.is_careful):
        raise NotProved(
            _(
                "This is not enough yet. It takes three facts that agree, or two and a photo or a "
                "witness. To be careful, let one member ask one side and another the other."
            )
        )
    return _judge(finding, {"about": "verification", **said_of(says, because)}, by)


def said_of(says: Verdict, because: str) -> dict[str, object]:
    """A verdict as it is kept: a failure has a reason, and nothing else has one."""
    if (says == Verdict.FAILED) != bool(because):
        raise NotProved(_("Say why it failed; only then a reason is written down."))
    return {"says": says.value, "why": WhyFailed(because).value if because else ""}


@transaction.atomic
def sign(sought: Whom, *, agreed: bool, by: Member) -> Judgement:
    """The second member looks at choice and proof, and agrees or not. Raises AnotherDecides."""
    require_decider(by)
    finding = writable(sought)
    choice, verdict = finding.choice, finding.verdict
    if choice is None or finding.wish != Wish.CONTACT or verdict is None or not finding.is_verified:
        raise NotProved(_("First the person chooses contact, and somebody verifies the family."))
    if by.pk in {choice.by_id, verdict.by_id}:
        raise AnotherDecides(
            _("You asked the person or verified it. Another member must be the second.")
        )
    return _judge(finding, {"about": "release", "says": agreed, "worries": finding.worried}, by)


def _judge(finding: Finding, judged: dict[str, object], by: Member) -> Judgement:
    row = judge(finding, judged, by)
    record(Deed.JUDGED_FOUND, about=row.located_id, by=by)
    return row


def judge(finding: Finding, judged: dict[str, object], by: Member) -> Judgement:
    """Keep what a member decided; the caller records the deed."""
    located = finding.located
    if located is None:
        raise NotAsExpected(_("Write down first that the person was found and informed."))
    row = Judgement(file=located.file, located=located, society_id=located.society_id, by=by)
    row.judged = judged
    row.save(force_insert=True)
    return row
