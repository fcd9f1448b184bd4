"""All that changes keys. Nothing here is audited: who calls writes the audit row."""

from kintrace.vault.actions.ceremony import (
    Ceremony,
    grant_box,
    hold_ceremony,
    renew_box,
    repeat_ceremony,
)
from kintrace.vault.actions.devices import device_key, label_of_record, open_from_device
from kintrace.vault.actions.files import (
    erase_file,
    files_left,
    forget_society,
    make_record_key,
    open_file,
    open_files,
    rewrap_record_key,
    share_file,
)
from kintrace.vault.actions.leaving import drop_member_keys, revoke_grants
from kintrace.vault.actions.members import (
    make_member_keys,
    open_boxes,
    open_safe,
    opened,
    recover_member_keys,
    rewrap_member_keys,
)
from kintrace.vault.actions.network import (
    let_network_read,
    open_intake,
    shut_network_out,
)
from kintrace.vault.actions.rotation import (
    Moved,
    begin_rotation,
    end_rotation,
    is_rotating,
    may_end,
    rewrap,
)
from kintrace.vault.actions.staff import audit_key, staff_open, staff_seal, tag_key
from kintrace.vault.boxes import boxes_from, seal_to_box

__all__ = [
    "Ceremony",
    "Moved",
    "audit_key",
    "begin_rotation",
    "boxes_from",
    "device_key",
    "drop_member_keys",
    "end_rotation",
    "erase_file",
    "files_left",
    "forget_society",
    "grant_box",
    "hold_ceremony",
    "is_rotating",
    "label_of_record",
    "let_network_read",
    "make_member_keys",
    "make_record_key",
    "may_end",
    "open_boxes",
    "open_file",
    "open_files",
    "open_from_device",
    "open_intake",
    "open_safe",
    "opened",
    "recover_member_keys",
    "renew_box",
    "repeat_ceremony",
    "revoke_grants",
    "rewrap",
    "rewrap_member_keys",
    "rewrap_record_key",
    "seal_to_box",
    "share_file",
    "shut_network_out",
    "staff_open",
    "staff_seal",
    "tag_key",
]
