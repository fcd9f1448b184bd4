"""All that changes societies, desks, members and what they hold."""

from kintrace.network.actions.door import (
    end_session,
    end_sessions,
    note_sign_out,
    note_wrong_code,
    set_second_factor,
)
from kintrace.network.actions.members import SignInNameTaken, enlist
from kintrace.network.actions.societies import CodeTaken, add_desk, found_society

__all__ = [
    "CodeTaken",
    "SignInNameTaken",
    "add_desk",
    "end_session",
    "end_sessions",
    "enlist",
    "found_society",
    "note_sign_out",
    "note_wrong_code",
    "set_second_factor",
]
