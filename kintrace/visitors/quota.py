"""How often one address may ask, counted in memory. No address is stored anywhere."""

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from django.http import HttpRequest

_KEY = secrets.token_bytes(32)  # made when the process starts, gone with it
MOST_REMEMBERED = 20_000


def address_tag(request: HttpRequest, *, about: str = "") -> bytes:
    """16 bytes that stand for the sender's exact IPv4 or IPv6 /64, for one matter only."""
    sender = _network(request.META.get("REMOTE_ADDR", ""))
    return hmac.digest(_KEY, f"{about}|{sender}".encode(), "sha256")[:16]


def _network(address: str) -> str:
    """A household or a phone gets a whole IPv6 /64, so that is what counts as one sender."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


@dataclass
class _Bucket:
    tokens: float
    at: float


class Quota:
    """A bucket of `burst` tokens per sender, filled again at `an_hour` tokens an hour."""

    def __init__(self, what: str, *, burst: int, an_hour: float) -> None:
        self.what = what
        self.burst = float(burst)
        self.a_second = an_hour / 3600
        self._buckets: OrderedDict[bytes, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, request: HttpRequest) -> bool:
        """Take one token of the sender's; False when none is left."""
        tag = address_tag(request, about=self.what)
        with self._lock:
            bucket = self._refilled(tag, time.monotonic())
            if bucket.tokens < 1:
                return False
            bucket.tokens -= 1
            return True

    def forget(self) -> None:
        """Start anew, as a restart does."""
        with self._lock:
            self._buckets.clear()

    def _refilled(self, tag: bytes, now: float) -> _Bucket:
        bucket = self._buckets.pop(tag, None) or _Bucket(self.burst, now)
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.at) * self.a_second)
        bucket.at = now
        self._buckets[tag] = bucket  # the longest unseen stands first and is forgotten first
        while len(self._buckets) > MOST_REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket
