"""A tablet without a browser: what its scripts keep and send, in Python."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from kintrace.vault.tests.sealed_on_device import sealed_on_device

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

    from kintrace.servicepoints.models import ServicePoint

JSON = {"accept": "application/json"}


@dataclass
class Tablet:
    """Made ready at a point; its records wait in `kept` until they are sent."""

    client: Client
    point: ServicePoint
    known: dict[str, Any]
    state: dict[str, Any]

    @property
    def society(self) -> UUID:
        return UUID(self.known["society"])

    def sealed(
        self, kind: str, fields: Any, *, at: datetime | None = None, **more: Any
    ) -> dict[str, str]:
        """A record as it lies in the queue."""
        number = uuid4()
        told = {"kind": kind, "at": (at or timezone.now()).isoformat(), "fields": fields}
        told |= {"by": self.state["member"], "point": str(self.point.pk)} | more
        return self.sealed_as_it_is(json.dumps(told).encode(), number=number)

    def sealed_as_it_is(self, plain: bytes, *, number: UUID) -> dict[str, str]:
        """The same of any bytes: who has the tablet seals what they like."""
        key = base64.b64decode(self.known["key"])
        raw = sealed_on_device(key, plain, society=self.society, record=number)
        return {"id": str(number), "sealed": base64.b64encode(raw).decode()}

    def send(self, *records: dict[str, str], client: Client | None = None, **more: Any) -> Answer:
        """One contact."""
        body = {"device": self.known["id"], "society": self.known["society"]} | more
        return _post(client or self.client, "contact", body | {"records": list(records)})

    def asks_for_orders(self, client: Client) -> str:
        """What it is told where nobody is signed in."""
        body = {"device": self.known["id"], "society": self.known["society"], "records": []}
        return str(_post(client, "order", body).json()["order"])


def ready(client: Client, point: ServicePoint, name: str = "The green one") -> Tablet:
    """Make a tablet ready through its page."""
    said = _post(client, "ready", {"point": str(point.pk), "name": name}).json()
    return Tablet(client, point, said["device"], said["state"])


def _post(client: Client, where: str, body: Any) -> Answer:
    path = f"/desk/points/offline/{where}/"
    return client.post(path, body, content_type="application/json", headers=JSON)
