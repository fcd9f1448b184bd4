"""Rows of the vault: wrapped keys only. Societies and members are UUIDs here."""

from uuid import uuid4

from django.db import models

KEY_DATA = "key"  # class of data: a key, wrapped under another


class RecordKey(models.Model):
    """A version of a society's record key, wrapped under the root key.

    There is one, and two while a rotation is under way. earlier: the audit keys of the versions
    before it, under this one; with them the older part of the chain is still verified.
    provider: who keeps the root key, "" for the house.
    """

    DATA = {
        "version": "routing",
        "wrapped": KEY_DATA,
        "root_version": "routing",
        "provider": "routing",
        "earlier": KEY_DATA,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    version = models.PositiveSmallIntegerField(default=1)
    root_version = models.PositiveSmallIntegerField()
    provider = models.CharField(max_length=40, default="", db_default="")
    wrapped = models.BinaryField()
    earlier = models.BinaryField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society_id", "version"], name="one_record_key_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"record key {self.pk}"


class Slot(models.Model):
    """A file's key for one society. No slot, no reading: erasing a file deletes its slots."""

    DATA = {"wrapped": KEY_DATA}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    file = models.UUIDField()
    society_id = models.UUIDField()
    # The society that opened the file: it may take back every slot of it.
    owner_id = models.UUIDField()
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "society_id"], name="one_slot_per_society"),
        ]
        indexes = [models.Index(fields=["society_id"], name="vault_slot_society")]

    def __str__(self) -> str:
        return f"slot {self.pk}"


class SigningList(models.Model):
    """The officers' public keys whose signatures count; its fingerprint is pinned outside."""

    DATA = {
        "number": "routing",
        "body": "public",
        "fingerprint": "public",
        "signatures": "public",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    signatures = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["society_id", "number"], name="one_list_per_number"),
        ]

    def __str__(self) -> str:
        return f"signing list {self.pk}"


class BoxKey(models.Model):
    """The public half of a society's box, signed by two officers; the public side reads it."""

    DATA = {
        "box": "routing",
        "version": "routing",
        "public": "public",
        "signing_list": "public",
        "signatures": "public",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    box = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    public = models.BinaryField()
    signing_list = models.BinaryField()
    signatures = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society_id", "box", "version"], name="one_box_key_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"box key {self.pk}"


class MemberKey(models.Model):
    """A member's public keys, and the private halves under password and recovery code.

    Around both lies the society's own key.
    """

    DATA = {
        "box_public": "public",
        "signing_public": "public",
        "salt": "key",
        "wrapped": "key",
        "recovery_salt": "key",
        "recovery_wrapped": "key",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    member_id = models.UUIDField(unique=True)
    box_public = models.BinaryField()
    signing_public = models.BinaryField()
    salt = models.BinaryField()
    wrapped = models.BinaryField()
    recovery_salt = models.BinaryField()
    recovery_wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"member key {self.pk}"


class BoxGrant(models.Model):
    """The private half of a box, sealed to one entitled member, signed by two officers."""

    DATA = {"box": "routing", "version": "routing", "sealed": "key", "signatures": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    member_id = models.UUIDField(db_index=True)
    box = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()
    signatures = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society_id", "member_id", "box", "version"], name="one_grant_per_member"
            ),
        ]

    def __str__(self) -> str:
        return f"box grant {self.pk}"


class FormerHolder(models.Model):
    """Who could open a box and cannot now: its private half may have been kept in a head or file.

    gone: since when for good; None after a reset, when the box is only to be granted again.
    """

    DATA = {"box": "routing", "version": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField()
    member_id = models.UUIDField()
    box = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    gone = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society_id", "member_id", "box"], name="one_former_holder_per_box"
            ),
        ]

    def __str__(self) -> str:
        return f"former holder {self.pk}"


class MatchKey(models.Model):
    """What opens a society's cards to the matching worker: the key of a file that has no rows,
    sealed once to the matching pair. pair: the fingerprint of its public half."""

    DATA = {"sealed": KEY_DATA, "pair": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField(unique=True)
    file = models.UUIDField()
    sealed = models.BinaryField()
    pair = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"match key {self.pk}"


class NetworkSlot(models.Model):
    """A file's key under its society's match key. This row is the permission to compare the file
    with those of other societies: no slot, no reading."""

    DATA = {"wrapped": KEY_DATA}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    file = models.UUIDField(unique=True)
    society_id = models.UUIDField(db_index=True)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"network slot {self.pk}"


class IntakeKey(models.Model):
    """A pair to which machines outside a society seal what its staff side opens on arrival.

    wrapped: the private half, under the key of a file that has no rows.
    """

    DATA = {"public": "public", "wrapped": KEY_DATA}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField(unique=True)
    file = models.UUIDField()
    public = models.BinaryField()
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"intake key {self.pk}"


class DeviceKey(models.Model):
    """A pair to which the tablets of a society seal what they keep while there is no network.

    wrapped: the private half, under the key of a file that has no rows.
    """

    DATA = {"public": "public", "wrapped": KEY_DATA}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society_id = models.UUIDField(unique=True)
    file = models.UUIDField()
    public = models.BinaryField()
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"device key {self.pk}"
