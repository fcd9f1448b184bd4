"""Which part of a name is what."""

from enum import StrEnum


class Role(StrEnum):
    """What a part of a name is; the values are those of `kintrace.people.told.Role`."""

    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    FAMILY = "family"
    ORIGIN = "origin"
    KUNYA = "kunya"
    NICKNAME = "nickname"
    HONORIFIC = "honorific"
    UNKNOWN = "unknown"
