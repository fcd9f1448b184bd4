"""Shutting a member out; whoever does it records why."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from kintrace.network.actions.door import clear_sessions
from kintrace.network.models import Member
from kintrace.vault import actions as vault


def shut_out(member: Member, *, for_good: bool) -> None:
    """No session, no second factor, no key and no box remains; the caller records the deed.

    for_good: the member left. Else they come back by an invitation.
    """
    member.state = Member.State.LEFT if for_good else Member.State.INVITED
    member.set_unusable_password()
    member.save(update_fields=["state", "password"])
    forget_factors(member)
    vault.drop_member_keys(member.pk, society=member.society_id, for_good=for_good)


def forget_factors(member: Member) -> None:
    """Every second factor is gone, and every session ended."""
    Authenticator.objects.filter(user=member).delete()
    member.sessions_ended += 1
    member.save(update_fields=["sessions_ended"])
    clear_sessions(member)
