"""The only door to societies, desks and members."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from kintrace.network.access import BOXES, Right, has, roles_with
from kintrace.network.models import (
    Desk,
    Member,
    OneTimeLink,
    SharingAgreement,
    Society,
    SocietySettings,
)
from kintrace.network.words import BOX_NAMES, MemberState
from kintrace.vault import lookups as vault
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.utils.functional import Promise

Row = TypeVar("Row")
Address = tuple[str, str]  # where letters go, and in which language


def society(society_id: UUID) -> Society:
    """The society, or 404."""
    return _or_404(Society.objects.filter(pk=society_id).first())


def is_known(society_id: UUID) -> bool:
    """Whether there is, or ever was, a society with this id here."""
    return Society.objects.filter(pk=society_id).exists()


def is_in_network(society_id: UUID) -> bool:
    """Whether this society takes part now."""
    return Society.objects.filter(pk=society_id, state=Society.State.ACTIVE).exists()


def society_coded(code: str) -> Society:
    """The society with this code, whatever the case of its letters, or 404."""
    return _or_404(Society.objects.filter(code=code.upper()).first())


def every_society() -> list[Society]:
    """The societies that are in the network, by code."""
    return list(Society.objects.filter(state=Society.State.ACTIVE))


def without_administrator() -> list[Society]:
    """The societies in the network in which nobody lets members in any more, by code."""
    may = roles_with(Right.MANAGE_MEMBERS) + roles_with(Right.MANAGE_SOCIETIES)
    able = Member.objects.filter(state=MemberState.ACTIVE, role__in=may).values("society")
    return list(Society.objects.filter(state=Society.State.ACTIVE).exclude(pk__in=able))


def network_desk() -> list[Society]:
    """Who looks after the whole network: its office, or where there is none every society."""
    societies = every_society()
    offices = [one for one in societies if one.kind == Society.Kind.NETWORK_OFFICE]
    return offices or societies


def societies_in_care() -> list[Society]:
    """Whom jobs work for, by code: those in the network, and who left while their keys are here.

    What a society promised (an erasure, a last day) is kept after it left.
    """
    active = Society.State.ACTIVE
    return [one for one in Society.objects.all() if one.state == active or _has_record_key(one.pk)]


def left_societies() -> list[Society]:
    """Who left the network on a known day and whose keys are still here."""
    gone = Society.objects.filter(state=Society.State.LEFT, left__isnull=False)
    return [one for one in gone if _has_record_key(one.pk)]


def _has_record_key(society_id: UUID) -> bool:
    with reading_as(society_id):
        return vault.record_key(society_id) is not None


def settings_of(society_id: UUID) -> SocietySettings:
    """A society's private settings; only inside `reading_as(society)`."""
    return _or_404(SocietySettings.objects.filter(society_id=society_id).first())


def retention_of(society_id: UUID) -> dict[str, Any]:
    """What a society settled of how long it keeps things; only inside `reading_as(society)`."""
    own = SocietySettings.objects.filter(society_id=society_id)
    return dict(own.values_list("retention", flat=True).first() or {})


def desks(society_id: UUID) -> list[Desk]:
    """A society's desks, by name."""
    return list(Desk.objects.filter(society_id=society_id))


def every_desk() -> list[Desk]:
    """The desks of all societies that are in the network, by name, each with its society."""
    active = Society.State.ACTIVE
    return list(Desk.objects.select_related("society").filter(society__state=active))


def desk(asking: Member, desk_id: UUID) -> Desk:
    """A desk of the asking member's own society, or 404: the same for absent and for foreign."""
    return _or_404(Desk.objects.filter(society_id=asking.society_id, pk=desk_id).first())


def member(member_id: UUID) -> Member:
    """The member, or 404. For jobs and the house's own use; pages ask `colleague`."""
    return _or_404(Member.objects.select_related("society").filter(pk=member_id).first())


def member_or_none(member_id: UUID) -> Member | None:
    """The member, for jobs: what they were queued for may be gone."""
    return Member.objects.select_related("society").filter(pk=member_id).first()


def member_named(sign_in: str) -> Member | None:
    """The member with this sign-in name, whatever the case of its letters."""
    named = Member.objects.select_related("society")
    return named.filter(sign_in=sign_in.strip().casefold()).first()


def colleague(asking: Member, member_id: UUID) -> Member:
    """A member of the asking member's own society, or 404: the same for absent and for foreign."""
    own = Member.objects.filter(society_id=asking.society_id, pk=member_id)
    return _or_404(own.first())


def colleagues(asking: Member, *, state: MemberState | None = None) -> list[Member]:
    """Everyone of the asking member's own society, by sign-in name."""
    own = Member.objects.filter(society_id=asking.society_id)
    return list(own if state is None else own.filter(state=state))


def holding(society_id: UUID, *, roles: Sequence[str]) -> list[Member]:
    """The society's active members of these roles, by sign-in name."""
    active = Member.objects.filter(society_id=society_id, state=Member.State.ACTIVE)
    return list(active.filter(role__in=roles))


def addresses_of(members: Iterable[Member]) -> frozenset[Address]:
    """Where letters reach these members: those who have an address."""
    return frozenset((one.email, one.language) for one in members if one.email)


def mailbox_of(society_id: UUID) -> frozenset[Address]:
    """The society's own mailbox, or nothing."""
    own = settings_of(society_id)
    return frozenset({(own.mailbox, own.language)} if own.mailbox else ())


def link(token: str) -> OneTimeLink | None:
    """The link of this token, used or not; `actions.is_good` says whether it still works."""
    links = OneTimeLink.objects.select_related("member__society")
    return links.filter(digest=sha256(token.encode()).hexdigest()).first()


@dataclass(frozen=True)
class Standing:
    """How a member stands towards a box."""

    member: Member
    box: str
    has_key: bool
    granted: bool
    team: str = ""

    @property
    def title(self) -> "str | Promise":
        """What members call the box."""
        return self.team or BOX_NAMES[self.box]


def standings(society_id: UUID) -> list[Standing]:
    """Every active member entitled to a box of the society, box by box."""
    with reading_as(society_id):
        keyed = vault.members_with_keys(society_id)
        held = {box: vault.holders(society_id, box) for box in BOXES}
        return [
            Standing(member, box, has_key=member.pk in keyed, granted=member.pk in held[box])
            for box, roles in BOXES.items()
            for member in holding(society_id, roles=sorted(roles))
        ]


def holders_of(society_id: UUID, box: str) -> list[Member]:
    """The active members who were granted this box in a role that holds it, by sign-in name.

    Only inside `reading_as(society)`.
    """
    granted = vault.holders(society_id, box)
    return [one for one in holding(society_id, roles=sorted(BOXES[box])) if one.pk in granted]


def office() -> Society | None:
    """Who speaks for the whole network: its office, or the one society there is."""
    societies = every_society()
    offices = [one for one in societies if one.kind == Society.Kind.NETWORK_OFFICE]
    chosen = offices or (societies if len(societies) == 1 else [])
    return chosen[0] if chosen else None


def office_first() -> list[Society]:
    """Everybody in the network, the office first and delegations next: who hears what is told to
    no one society. Better the wrong society than nobody."""
    turn = [Society.Kind.NETWORK_OFFICE, Society.Kind.DELEGATION, Society.Kind.NATIONAL_SOCIETY]
    return sorted(every_society(), key=lambda society: turn.index(Society.Kind(society.kind)))


def network_administrators() -> dict[UUID, list[UUID]]:
    """Who answers for the network as a whole: members by society; read each `reading_as` it."""
    active = Member.objects.filter(state=Member.State.ACTIVE, role="network_admin")
    found: dict[UUID, list[UUID]] = {}
    for society_id, pk in active.values_list("society_id", "pk"):
        found.setdefault(society_id, []).append(pk)
    return found


def entitled(society_id: UUID) -> dict[str, list[UUID]]:
    """Who a box is sealed to: members whose role holds it and who have a key of their own."""
    known = [one for one in standings(society_id) if one.has_key]
    return {box: [one.member.pk for one in known if one.box == box] for box in BOXES}


def holder_to_be(asking: Member, member_id: UUID, *, box: str) -> Member:
    """A member of the own society whose role holds this box and who has a key, or 404."""
    rows = [one for one in standings(asking.society_id) if one.box == box and one.has_key]
    return _or_404(next((one.member for one in rows if one.member.pk == member_id), None))


def has_keys(member: Member) -> bool:
    """Whether the member has set an opening password."""
    with reading_as(member.society_id):
        return vault.has_keys(member.pk, member.society_id)


def ceremony_was_held(society_id: UUID) -> bool:
    """Whether the society has boxes at all."""
    return vault.ceremony_was_held(society_id)


def agreements_of(member: Member) -> list[SharingAgreement]:
    """Agreements not ended that this member may see: of the own society, of all for the office."""
    office = has(member, Right.MANAGE_SOCIETIES)
    societies = [one.pk for one in every_society()] if office else [member.society_id]
    rows: dict[UUID, SharingAgreement] = {}
    for society_id in societies:
        with reading_as(society_id):
            own = SharingAgreement.objects.filter(Q(giver=society_id) | Q(taker=society_id))
            found = own.filter(ended=None).select_related("giver", "taker")
            rows |= {one.pk: one for one in found}
    return list(rows.values())


def partners(giver: UUID) -> list[Society]:
    """The societies whose officers may look at this one's proposed photos today."""
    return [one.taker for one in _second_eyes(giver)]


def agreed_to_look(giver: UUID, taker: UUID) -> bool:
    """Whether the one society's officers may look at the other's proposed photos today."""
    return any(one.taker_id == taker for one in _second_eyes(giver))


def _second_eyes(giver: UUID) -> list[SharingAgreement]:
    today = timezone.localdate()
    begun = SharingAgreement.objects.filter(giver=giver, ended=None, since__lte=today)
    rows = begun.filter(Q(until=None) | Q(until__gte=today)).select_related("taker")
    purpose = SharingAgreement.Purpose.SECOND_EYE
    active = Society.State.ACTIVE
    return [one for one in rows if purpose in one.purposes and one.taker.state == active]


def sessions_of(member: Member) -> list[UserSession]:
    """Where the member is signed in, newest first; what ended by itself is cleared away."""
    living = UserSession.objects.purge_and_list(member)
    return sorted(living, key=lambda session: session.created_at, reverse=True)


def _or_404(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
