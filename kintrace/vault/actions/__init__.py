"""All that changes keys. Nothing here is audited: who calls writes the audit row."""

from kintrace.vault.actions.files import (
    erase_file,
    make_record_key,
    open_file,
    rewrap_record_key,
    share_file,
)
from kintrace.vault.actions.staff import audit_key, staff_open, staff_seal, tag_key

__all__ = [
    "audit_key",
    "erase_file",
    "make_record_key",
    "open_file",
    "rewrap_record_key",
    "share_file",
    "staff_open",
    "staff_seal",
    "tag_key",
]
