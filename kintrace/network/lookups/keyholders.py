"""Who waits for a box, which box needs a new key, and who can sign: questions to the vault."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from kintrace.network import lookups
from kintrace.network.access import BOXES, Role
from kintrace.network.lookups import Standing
from kintrace.network.models import Member, Team, TeamMember
from kintrace.network.words import BOX_NAMES
from kintrace.vault import lookups as vault
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.utils.functional import Promise

NEEDED = 2  # officers who sign


@dataclass(frozen=True)
class Renewal:
    """A box whose private half somebody may have kept."""

    box: str
    title: "str | Promise"
    since: datetime
    member: Member | None

    @property
    def left(self) -> bool:
        """Whether the member left, not only the box."""
        return self.member is None or not self.member.is_active

    @property
    def role(self) -> str:
        """What the member is or was; never who."""
        return str(Role(self.member.role).label) if self.member else ""


def title_of(society_id: UUID, box: str) -> "str | Promise":
    """What members call a box of the society, or 404 when it has none of this name."""
    with reading_as(society_id):
        known = vault.newest_box_key(society_id, box)
        title = _titles(society_id).get(box)
    if known is None or title is None:
        raise Http404
    return title


def _titles(society_id: UUID) -> "dict[str, str | Promise]":
    return {**BOX_NAMES, **{team.box: team.name for team in teams(society_id)}}


def teams(society_id: UUID) -> list[Team]:
    """The children's teams of a society; only inside `reading_as(society)`."""
    return list(Team.objects.filter(society_id=society_id))


def teams_of(member: Member) -> list[Team]:
    """The children's teams a member is in, the oldest first; nobody else is told of them."""
    own = Team.objects.filter(society_id=member.society_id, members__member=member)
    return list(own.order_by("made"))


def team_for(asking: Member, team_id: UUID) -> Team:
    """A team of the own society, or 404."""
    team = Team.objects.filter(society_id=asking.society_id, pk=team_id).first()
    if team is None:
        raise Http404
    return team


def team_standings(society_id: UUID, *, team: Team | None = None) -> list[Standing]:
    """Every active member of the teams (or of one), team by team."""
    with reading_as(society_id):
        keyed = vault.members_with_keys(society_id)
        rows = TeamMember.objects.filter(society_id=society_id).select_related("member", "team")
        rows = rows.filter(team=team) if team else rows
        held = {row.team.box: vault.holders(society_id, row.team.box) for row in rows}
        return [
            Standing(
                row.member,
                row.team.box,
                has_key=row.member_id in keyed,
                granted=row.member_id in held[row.team.box],
                team=row.team.name,
            )
            for row in rows.order_by("team__made", "member__sign_in")
            if row.member.is_active
        ]


def all_standings(society_id: UUID) -> list[Standing]:
    """Who may open which box, the teams' own after those of the society."""
    return [*lookups.standings(society_id), *team_standings(society_id)]


def keeping(society_id: UUID, box: str) -> list[Member]:
    """Who holds a box and may go on: they get its next key. Only inside `reading_as(society)`."""
    if box in BOXES:
        return lookups.holders_of(society_id, box)
    return [one.member for one in team_standings(society_id) if one.box == box and one.granted]


def holder_to_be(asking: Member, member_id: UUID, *, box: str) -> Member:
    """A member who may be granted this box: by role or by team, with a key; or 404."""
    if box in BOXES:
        return lookups.holder_to_be(asking, member_id, box=box)
    rows = [one for one in team_standings(asking.society_id) if one.box == box and one.has_key]
    chosen = [one.member for one in rows if one.member.pk == member_id]
    if not chosen:
        raise Http404
    return chosen[0]


def renewals(society_id: UUID) -> list[Renewal]:
    """The boxes that need a new key, each once, the longest due first."""
    with reading_as(society_id):
        rows = vault.boxes_to_renew(society_id)
        titles = _titles(society_id) if rows else {}
    first = {row.box: row for row in reversed(rows)}
    due = [
        Renewal(row.box, titles.get(row.box, row.box), row.gone, _member(row.member_id))
        for row in first.values()
        if row.gone
    ]
    return sorted(due, key=lambda one: one.since)


def _member(member_id: UUID) -> Member | None:
    return lookups.member_or_none(member_id)


def holding(asking: Member, member_id: UUID, *, box: str) -> Member:
    """A member of the own society who was granted this box, or 404."""
    with reading_as(asking.society_id):
        granted = vault.grants(member_id, asking.society_id).filter(box=box).exists()
    if not granted:
        raise Http404
    return lookups.colleague(asking, member_id)


def waiting(society_id: UUID) -> list[Standing]:
    """Who may hold a box, can be granted it and was not yet, or not since a reset."""
    if not lookups.ceremony_was_held(society_id):
        return []
    rows = [one for one in all_standings(society_id) if one.has_key and not one.granted]
    with reading_as(society_id):
        kept_from = {box: vault.taken_back(society_id, box) for box in {one.box for one in rows}}
    return [one for one in rows if one.member.pk not in kept_from[one.box]]


def entitled_again(society_id: UUID) -> dict[str, list[UUID]]:
    """Who a box is sealed to after the safe was opened: all but those it was taken back from."""
    found: dict[str, list[UUID]] = {}
    for one in all_standings(society_id):
        with reading_as(society_id):
            kept_from = vault.taken_back(society_id, one.box)
        if one.has_key and one.member.pk not in kept_from:
            found.setdefault(one.box, []).append(one.member.pk)
    return found


def able_to_sign(society_id: UUID) -> list[Member]:
    """The active officers of the society whose key stands on its signing list."""
    with reading_as(society_id):
        signers = vault.signers(society_id)
    return [one for one in lookups.holding(society_id, roles=[Role.OFFICER]) if one.pk in signers]
