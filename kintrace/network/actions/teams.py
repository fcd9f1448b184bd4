"""A child's team: named members with a box that nobody else of the society opens."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import TEAM_ROLES, Right, Role, has
from kintrace.network.actions.boxes import Hand, NobodyElseOpensIt, NoSuchOfficer, second_officer
from kintrace.network.actions.door import clear_sessions
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.network.lookups import keyholders
from kintrace.network.models import Member, Team, TeamMember
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import actions as vault
from kintrace.vault.members import Signer
from kintrace.vault.reader import reading_as

FEWEST = 2


class NotATeam(Refusal):
    """Too few, or nobody who protects children."""

    def __init__(self) -> None:
        super().__init__(
            _("A team has two members at least, and one of them is a child-protection officer.")
        )


class NotForThisRole(Refusal):
    """The member's role is not one that works with a child."""

    def __init__(self) -> None:
        super().__init__(
            _("Only caseworkers, officers and child-protection officers can be in a team.")
        )


@transaction.atomic
def make_team(name: str, *, members: Sequence[Member], own: str, second: Hand, by: Member) -> Team:
    """Two officers make a team and its box; the members can open it at once.

    name: a word, never the child's name. Raises NotATeam, NotForThisRole, NoSuchOfficer,
    CeremonyRefused, NoKeyYet.
    """
    return _made(name, members, [Signer(by.pk, own), second_officer(second, by)], by)


@transaction.atomic
def choose_team(
    name: str, *, members: Sequence[Member], first: Hand, second: Hand, by: Member
) -> Team:
    """A child-protection officer chooses who looks after a child, and is one of them; two officers
    sign at her screen, for the box needs their keys. Raises NoRight, and what make_team raises."""
    if not has(by, Right.PROTECT_CHILDREN):
        raise NoRight(_("A child-protection officer chooses who is in the team of a child."))
    signers = [second_officer(hand, by) for hand in (first, second)]
    if signers[0].member == signers[1].member:
        raise NoSuchOfficer
    chosen = {one.pk: one for one in (*members, by)}
    return _made(name, list(chosen.values()), signers, by)


def _made(name: str, members: Sequence[Member], signers: list[Signer], by: Member) -> Team:
    _require_team(members)
    with reading_as(by.society_id, member=by.pk):
        team = Team(society=by.society)
        team.name = name
        team.save()
        for one in members:
            _put_in(team, one)
    chosen = [one.pk for one in members]
    vault.renew_box(by.society_id, box=team.box, signers=signers, entitled=chosen)
    record(Deed.MADE_TEAM, about=team.pk, by=by)
    return team


@transaction.atomic
def add_to_team(team: Team, member: Member, *, by: Member) -> None:
    """Name one more; two officers grant the box next. Raises NotForThisRole."""
    _put_in(team, member)
    record(Deed.CHANGED_TEAM, about=team.pk, by=by)


@transaction.atomic
def take_from_team(team: Team, member: Member, *, by: Member) -> None:
    """Somebody is no longer in a team: out at once; the box needs a new key.

    Raises NotATeam, NobodyElseOpensIt.
    """
    rest = [one.member for one in team.members.select_related("member") if one.member != member]
    _require_team(rest)
    if keyholders.keeping(team.society_id, team.box) == [member]:
        raise NobodyElseOpensIt
    _take_out(member, [team])
    remember_loss(Loss.LESS, of=member)
    record(Deed.CHANGED_TEAM, about=team.pk, by=by)


def leave_teams(member: Member) -> None:
    """Take a member out of every team; only inside `reading_as` their society."""
    _take_out(member, [one.team for one in _rows_of(member).select_related("team")])


def _rows_of(member: Member) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(member=member, society_id=member.society_id)


def _take_out(member: Member, teams: Sequence[Team]) -> None:
    for team in teams:
        _rows_of(member).filter(team=team).delete()
        vault.revoke_grants(member.pk, box=team.box)
    if teams:
        clear_sessions(member)


def _put_in(team: Team, member: Member) -> None:
    if member.role not in TEAM_ROLES or not member.is_active:
        raise NotForThisRole
    TeamMember.objects.get_or_create(team=team, member=member, society_id=team.society_id)


def _require_team(members: Sequence[Member]) -> None:
    protects = any(one.role == Role.CHILD_PROTECTION for one in members)
    if len({one.pk for one in members}) < FEWEST or not protects:
        raise NotATeam
