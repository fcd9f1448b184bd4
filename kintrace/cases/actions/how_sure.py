"""How sure a society is of a death that it tells another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.fates import TOLD_AFAR, Standing
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from kintrace.cases.fates import Sure
    from kintrace.network.models import Member


def require_sure(sure: Sure, *, by: Member) -> None:
    """That somebody says so may be told by who works on it; more is said by who decides it of our
    own searches, too, and of an authority with its mark. Raises NotSo."""
    standing = Standing(sure.standing)
    if standing not in TOLD_AFAR:
        raise NotSo(_("Say how sure it is that the person has died."))
    if standing != Standing.ALLEGED and not has(by, Right.ESTABLISH_FATE):
        raise NotSo(_("An officer decides how sure it is."))
    if standing == Standing.CONFIRMED and not (sure.authority and sure.reference.strip()):
        raise NotSo(_("Write which authority confirms it, and the number it gave."))
