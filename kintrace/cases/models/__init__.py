"""One enquirer's search, what was told about it, and the drafts it grows from."""

from kintrace.cases.models.attestations import (
    Attestation,
)
from kintrace.cases.models.came_forward import (
    CameForward,
)
from kintrace.cases.models.case import (
    Case,
    PastCases,
    Sought,
)
from kintrace.cases.models.children import (
    Child,
    ChildClaim,
    ChildNote,
    ChildPage,
    ChildPhoto,
    ChildStep,
    ChildTalk,
)
from kintrace.cases.models.contacts import (
    Contact,
)
from kintrace.cases.models.enquiries import (
    Enquiry,
    Source,
)
from kintrace.cases.models.events import (
    Account,
    Count,
    Event,
    Joined,
)
from kintrace.cases.models.fates import (
    Fate,
    FateWord,
    Telling,
)
from kintrace.cases.models.files import (
    CaseFile,
)
from kintrace.cases.models.found import (
    Choice,
    Judgement,
    Located,
    Proof,
    Release,
    Whereabouts,
)
from kintrace.cases.models.listing import (
    SavedView,
)
from kintrace.cases.models.moves import (
    Criteria,
    Move,
    NotAccepted,
)
from kintrace.cases.models.on_card import (
    OnCard,
)
from kintrace.cases.models.outcomes import (
    Outcome,
)
from kintrace.cases.models.passages import (
    Passage,
)
from kintrace.cases.models.plan import (
    ContactPlan,
    PlannedTalk,
)
from kintrace.cases.models.red_cross import (
    RedCrossMessage,
    RedCrossPaper,
    RedCrossPart,
)
from kintrace.cases.models.referral import (
    Referral,
)
from kintrace.cases.models.reunion import (
    AfterContact,
    Reunion,
    ReunionSheet,
    ReunionStep,
)
from kintrace.cases.models.reviews import (
    CaseReview,
    Tried,
)
from kintrace.cases.models.safe import (
    SafeAndWell,
    SafeTag,
)
from kintrace.cases.models.sentences import (
    Sentence,
)
from kintrace.cases.models.transfers import (
    Incoming,
    Transfer,
    TransferCard,
    TransferText,
)
from kintrace.cases.models.unnamed import (
    Unnamed,
)
from kintrace.cases.models.words import (
    Draft,
    Lead,
    Words,
)

__all__ = [
    "Account",
    "AfterContact",
    "Attestation",
    "CameForward",
    "Case",
    "CaseFile",
    "CaseReview",
    "Child",
    "ChildClaim",
    "ChildNote",
    "ChildPage",
    "ChildPhoto",
    "ChildStep",
    "ChildTalk",
    "Choice",
    "Contact",
    "ContactPlan",
    "Count",
    "Criteria",
    "Draft",
    "Enquiry",
    "Event",
    "Fate",
    "FateWord",
    "Incoming",
    "Joined",
    "Judgement",
    "Lead",
    "Located",
    "Move",
    "NotAccepted",
    "OnCard",
    "Outcome",
    "Passage",
    "PastCases",
    "PlannedTalk",
    "Proof",
    "RedCrossMessage",
    "RedCrossPaper",
    "RedCrossPart",
    "Referral",
    "Release",
    "Reunion",
    "ReunionSheet",
    "ReunionStep",
    "SafeAndWell",
    "SafeTag",
    "SavedView",
    "Sentence",
    "Sought",
    "Source",
    "Telling",
    "Transfer",
    "TransferCard",
    "TransferText",
    "Tried",
    "Unnamed",
    "Whereabouts",
    "Words",
]
