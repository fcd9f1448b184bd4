"""All that changes societies, desks, members and what they hold."""

from kintrace.network.actions.members import SignInNameTaken, enlist
from kintrace.network.actions.societies import CodeTaken, add_desk, found_society

__all__ = ["CodeTaken", "SignInNameTaken", "add_desk", "enlist", "found_society"]
