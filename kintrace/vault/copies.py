"""What a backup keeps apart, and what it leaves out."""

# The wrapped keys, without which the records are noise: a file of their own, kept 30 days at most.
SLOT_TABLES = (
    *("vault_slot", "vault_recordkey", "vault_boxgrant", "vault_memberkey"),
    *("vault_networkslot", "vault_matchkey", "vault_intakekey", "vault_devicekey"),
)
# Who was signed in is nobody's business later: restored, these would let people in again.
# Marks are made anew by the daily run: whoever has an old backup and a key must not try names.
PASSING_TABLES = (
    *("django_session", "usersessions_usersession"),
    *("cases_safetag", "people_cardtags", "people_cardtag", "people_networktags"),
)
