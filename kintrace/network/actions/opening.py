"""How a network begins: its office, and whoever looks after it. Only the operator does this.

No member can: there is none yet, and later no page makes a network administrator. What is refused
is said on the operator's terminal, in English.
"""

from collections.abc import Sequence

from django.db import transaction

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.actions.joining import Door, new_link
from kintrace.network.actions.members import new_member
from kintrace.network.actions.societies import found_society
from kintrace.network.models import Member, Society
from kintrace.network.words import LinkKind
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as


class HasAnOffice(Refusal):
    """A network has one office."""

    def __init__(self, code: str) -> None:
        super().__init__(f"This network has an office already: {code}. Give its code.")


class HasJoined(Refusal):
    """Who is in needs no invitation."""

    def __init__(self) -> None:
        super().__init__(
            "This member has joined already. A new password is asked for on the sign-in page."
        )


@transaction.atomic
def open_network(code: str, *, name: str, country: str, languages: Sequence[str]) -> Society:
    """The network's office; the one that stands where it stands. Raises HasAnOffice, CodeTaken."""
    office = Society.objects.filter(kind=Society.Kind.NETWORK_OFFICE).first()
    if office is None:
        kind = Society.Kind.NETWORK_OFFICE
        return found_society(code, name=name, country=country, languages=languages, kind=kind)
    if office.code != code.upper():
        raise HasAnOffice(office.code)
    return office


@transaction.atomic
def name_administrator(office: Society, *, sign_in: str, name: str, email: str, door: Door) -> str:
    """Invite a network administrator without a letter; gives the address that opens the account.

    Again for somebody who has not joined: the earlier address stops working. Raises HasJoined,
    and SignInNameTaken for a name of another society.
    """
    member = Member.objects.filter(society=office, sign_in=sign_in.strip().casefold()).first()
    with reading_as(office.pk):
        if member is None:
            member = new_member(office, sign_in, Role.NETWORK_ADMIN, office.languages)
            member.set_unusable_password()
        elif member.state != Member.State.INVITED or member.role != Role.NETWORK_ADMIN:
            raise HasJoined
        member.name, member.email = name, email
        member.save()
    record(Deed.INVITED_MEMBER, about=member.pk, by=Machine(office.pk))
    return door(new_link(member, LinkKind.INVITATION))
