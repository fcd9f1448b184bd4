"""Certificates: asked for, printed, withdrawn, given and checked. Only the paper has the code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.actions.attestations import issue_attestation
from kintrace.operations.steal.browser import PAGE, Unexpected, field
from kintrace.wall.certificate_codes import new_code

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.operations.steal.browser import Browser
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_TO_GIVE = re.compile(r'href="(/desk/certificates/[0-9a-f-]{36}/)"')
_TO_WITHDRAW = re.compile(r'href="(/desk/certificates/[0-9a-f-]{36}/withdraw/)"')


def ask_for(case: str, *, by: AtTheDesk) -> None:
    by.send(f"{case}certificate/", {"language": "ar", "knows": "on"})


def print_it(*, by: AtTheDesk) -> None:
    """The paper, as its page gives it."""
    waiting = field(by.get("/desk/"), _TO_GIVE)
    by.get(waiting)
    by.send(waiting, {}, gives=PAGE)


def withdraw(case: str, *, by: AtTheDesk) -> None:
    by.send(field(by.get(case), _TO_WITHDRAW), {"because": "lost"})


def give(planted: Planted, *, by: Member) -> str:
    """One whose code we know, so that it can be looked for; inside `acting`."""
    code = planted.code(new_code())
    issue_attestation(lookups.attestations_to_issue(by)[0], code=code, by=by)
    return code


def check(code: str, *, by: Browser, stamp: str) -> None:
    page = by.send("/en/certificate/", {"code": code.lower(), "stamp": stamp}, gives=PAGE)
    if 'name="code"' in page or "This certificate is valid" not in page:
        raise Unexpected("the code of the certificate was not found valid")
