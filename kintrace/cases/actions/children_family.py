"""Two talks with the child, what is best for it, and whether somebody is its family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import children_rules
from kintrace.cases.actions.children import require_at_work, take_back_proposal
from kintrace.cases.actions.children_moves import TellsTooMuch, step
from kintrace.cases.children_states import ChildState
from kintrace.cases.children_words import Advice, Conclusion, Says, WhyFailed
from kintrace.cases.models import ChildClaim, ChildNote, ChildTalk
from kintrace.network.access import Right, has
from kintrace.ui.refusals import NoRight, Refusal

if TYPE_CHECKING:
    from kintrace.cases.models import Child
    from kintrace.network.models import Member


class NotApart(Refusal):
    """Two are needed where one did both."""


class NotAskedYet(Refusal):
    """Something is to be asked or chosen before."""


class DoesNotFit(Refusal):
    """The answers do not bear what is decided."""


@dataclass(frozen=True, repr=False)
class Judged:
    """What comes of asking both: four answers, the advice, why it failed, and in words."""

    knows: str
    wishes: str
    match: str
    able: str
    advice: str
    because: str
    words: str

    def as_told(self) -> dict[str, str]:
        asked = {name: Says(getattr(self, name)).value for name in QUESTIONS}
        because = WhyFailed(self.because).value if self.because else ""
        advice = Advice(self.advice).value
        return {**asked, "advice": advice, "because": because, "words": self.words.strip()}

    def require_to_bear(self) -> None:
        """That it is the family, and good for the child. A small child may not know its mother any
        more; whatever is not clear is said in words. Raises DoesNotFit."""
        if Says.NO in (self.wishes, self.match, self.able):
            raise DoesNotFit(
                _(
                    "You answered that the child does not want it, that the answers do not fit, or "
                    "that the person cannot look after it. The child cannot go there: say why it "
                    "failed."
                )
            )
        unclear = any(getattr(self, name) != Says.YES for name in QUESTIONS)
        if unclear and not self.words.strip():
            raise DoesNotFit(_("Not everything is clear. Write how you came to that."))


QUESTIONS = ("knows", "wishes", "match", "able")


@transaction.atomic
def talk(child: Child, *, words: str, by: Member) -> ChildTalk:
    """What the child told this member alone. Raises NotApart when they spoke with it before."""
    child = require_at_work(child, by)
    if child.talks.filter(by=by).exists():
        raise NotApart(
            _("You spoke with the child before. The other talk is another member’s, for itself.")
        )
    row = ChildTalk(file=child.file, child=child, society_id=child.society_id, by=by)
    row.words = words
    row.save(force_insert=True)
    record(Deed.TALKED_WITH_CHILD, about=child.pk, by=by)
    return row


@transaction.atomic
def weigh(child: Child, *, conclusion: str, words: str, by: Member) -> ChildNote:
    """What is best for the child. Raises NoRight."""
    child = require_at_work(child, by)
    _require_officer(by)
    row = ChildNote(file=child.file, child=child, society_id=child.society_id, by=by)
    row.told = {"conclusion": Conclusion(conclusion).value, "words": words}
    row.save(force_insert=True)
    take_back_proposal(child)
    record(Deed.WEIGHED_FOR_CHILD, about=child.pk, by=by)
    return row


@transaction.atomic
def begin_claim(child: Child, *, name: str, relation: str, reached: str, by: Member) -> ChildClaim:
    """Somebody says to be family of the child. Nothing of the child is told to them."""
    child = require_at_work(child, by)
    row = ChildClaim(file=child.file, child=child, society_id=child.society_id, by=by)
    row.claimant = {"name": name, "relation": relation, "reached": reached}
    row.save(force_insert=True)
    record(Deed.ASKED_CLAIM, about=row.pk, by=by)
    return row


@transaction.atomic
def ask(claim: ChildClaim, *, of_child: bool, words: str, by: Member) -> ChildClaim:
    """What one side said, whom another member asked than the other side; once, for its words
    stand. Raises NotApart, and TellsTooMuch for a claimant who must not learn of the child."""
    child = require_at_work(claim.child, by)
    claim = _open(claim)
    _require_apart(claim, of_child=of_child, by=by)
    if not of_child and children_rules.is_kept_from(child, claim):
        raise TellsTooMuch(children_rules.MUST_NOT_LEARN)
    if of_child:
        claim.child_says, claim.child_by = words, by
        claim.save(update_fields=["child_says", "child_by"])
    else:
        claim.claimant_says, claim.claimant_by = words, by
        claim.save(update_fields=["claimant_says", "claimant_by"])
    record(Deed.ASKED_CLAIM, about=claim.pk, by=by)
    return claim


def _require_apart(claim: ChildClaim, *, of_child: bool, by: Member) -> None:
    sides = (claim.child_by_id, claim.claimant_by_id)
    asked, other = sides if of_child else reversed(sides)
    if asked is not None:
        raise NotApart(
            _("This side was asked already, and its words stand. Write it down anew, as another.")
        )
    if other == by.pk:
        raise NotApart(
            _("You asked the other side. Another member of the team asks here, without knowing.")
        )


def require_asked(claim: ChildClaim) -> None:
    """What the two said is read beside each other only when both were asked. Raises NotAskedYet."""
    if not children_rules.is_asked_apart(claim):
        raise NotAskedYet(_("Both sides are asked first, each by another member."))


@transaction.atomic
def judge(claim: ChildClaim, *, judged: Judged, by: Member) -> ChildClaim:
    """Decide whether it is the family. A failure keeps its reason, and the search goes on.

    Raises NoRight, NotAskedYet, DoesNotFit, and what the step refuses.
    """
    child = require_at_work(claim.child, by)
    _require_officer(by)
    claim = _open(claim)
    require_asked(claim)
    told = judged.as_told()
    failed = told["advice"] == Advice.FAILED
    if failed != bool(told["because"]):
        raise NotAskedYet(_("Choose why it failed, or leave it empty where it is the family."))
    if not failed:
        judged.require_to_bear()
    claim.judged, claim.judged_by, claim.judged_at = told, by, timezone.now()
    claim.save(update_fields=["judged", "judged_by", "judged_at"])
    record(Deed.JUDGED_CLAIM, about=claim.pk, by=by)
    take_back_proposal(child)
    if not failed:
        step(child, to=ChildState.VERIFIED, by=by)
    return claim


def _open(claim: ChildClaim) -> ChildClaim:
    locked = ChildClaim.objects.select_for_update(of=("self",)).select_related("child__team")
    claim = locked.get(pk=claim.pk)
    if claim.judged_at is not None:
        raise NotAskedYet(_("This was judged already. Write it down anew, as another one."))
    return claim


def _require_officer(by: Member) -> None:
    if not has(by, Right.PROTECT_CHILDREN):
        raise NoRight(_("A child-protection officer of the team decides this."))
