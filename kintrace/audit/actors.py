"""Who can do a deed: a member (known only by this protocol), a machine, or someone from outside."""

from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID


class Actor(Protocol):
    """What a chain needs to know of whoever acts: their id and the society they act for."""

    @property
    def pk(self) -> UUID: ...

    @property
    def society_id(self) -> UUID: ...


@dataclass(frozen=True)
class Machine:
    """A job or command that acts for a society."""

    society_id: UUID
    pk: UUID = field(default=UUID(int=1), init=False)


@dataclass(frozen=True)
class Visitor:
    """Someone on the public side; all have one id, for none may be told from another."""

    society_id: UUID
    pk: UUID = field(default=UUID(int=2), init=False)
