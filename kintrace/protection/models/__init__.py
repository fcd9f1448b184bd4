"""What is kept of notice, basis, risk, hold and erasure, and of who asked for what.

No row here holds a name.
"""

from kintrace.protection.models.rights import AuthorityRequest, RightsRequest
from kintrace.protection.models.told import (
    Basis,
    Compared,
    DoNotFind,
    Erasure,
    Hold,
    NoticeGiven,
    NoticeText,
    RiskAnswers,
)

__all__ = [
    "AuthorityRequest",
    "Basis",
    "Compared",
    "DoNotFind",
    "Erasure",
    "Hold",
    "NoticeGiven",
    "NoticeText",
    "RightsRequest",
    "RiskAnswers",
]
