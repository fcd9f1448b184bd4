"""Taking members in, changing what they are, and letting them go."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.models import Member
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.access import Role
    from kintrace.network.models import Society

_SEALED = {"name", "email", "phone", "password"}


class SignInNameTaken(Refusal):
    """Somebody, in whichever society, has this sign-in name."""

    def __init__(self) -> None:
        super().__init__(_("This sign-in name is taken. Choose a different one."))


@transaction.atomic
def enlist(
    society: "Society",
    *,
    sign_in: str,
    role: "Role",
    password: str | None = None,
    name: str = "",
    email: str = "",
    phone: str = "",
    languages: Sequence[str] = ("en",),
    by: Member | None = None,
) -> Member:
    """Make a member who may sign in at once; how the first ones of a society come to be.

    Later ones are invited. by: None only when the house itself does it (demo, set-up, tests).
    """
    with reading_as(society.pk):
        member = _new(society, sign_in, role, languages)
        member.state = Member.State.ACTIVE
        member.name, member.email, member.phone = name, email, phone
        member.set_password(password)
        member.save()
    record(Deed.JOINED, about=member.pk, by=by or Machine(society.pk))
    return member


def _new(society: "Society", sign_in: str, role: "Role", languages: Sequence[str]) -> Member:
    member = Member(sign_in=sign_in.strip().casefold(), society=society, role=role)
    member.languages = list(languages)
    member.clean_fields(exclude=_SEALED)
    if Member.objects.filter(sign_in=member.sign_in).exists():
        raise SignInNameTaken
    return member
