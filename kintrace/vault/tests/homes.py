"""A society after its key ceremony."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from kintrace.vault.actions import (
    Ceremony,
    hold_ceremony,
    make_member_keys,
    opened,
    seal_to_box,
)
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.pins import pin

SECRET = "call me under +43 1 000"


@dataclass
class Home:
    """A society with two officers, a caseworker and a volunteer after its ceremony."""

    society: UUID
    boris: UUID = field(default_factory=uuid4)
    berta: UUID = field(default_factory=uuid4)
    alma: UUID = field(default_factory=uuid4)
    chidi: UUID = field(default_factory=uuid4)
    codes: dict[UUID, str] = field(default_factory=dict)
    held: Ceremony = field(init=False)

    @property
    def officers(self) -> list[tuple[UUID, str]]:
        return [(self.boris, f"word of {self.boris}"), (self.berta, f"word of {self.berta}")]

    def enlist(self, *members: UUID) -> None:
        for member in members:
            word = f"word of {member}"
            code = make_member_keys(member, society=self.society, opening_password=word)
            self.codes[member] = code

    def hold(self) -> None:
        everyone = [self.boris, self.berta, self.alma]
        entitled = {"inbox": everyone, "protection": [self.boris]}
        self.held = hold_ceremony(self.society, officers=self.officers, entitled=entitled)
        pin(self.society, self.held.fingerprint)

    def opened(self, member: UUID) -> OpenBoxes:
        word = f"word of {member}"
        return opened(member, society=self.society, opening_password=word)

    def seal(self) -> bytes:
        return seal_to_box(self.society, box="inbox", plaintext=b"x", label="x")
