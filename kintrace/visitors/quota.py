"""How often one address may ask, counted in memory. No address is stored anywhere."""

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakSet

from django.http import HttpRequest

from kintrace.visitors import networks

_KEY = secrets.token_bytes(32)  # made when the process starts, gone with it
MOST_REMEMBERED = 20_000


def address_tag(request: HttpRequest, *, about: str = "") -> bytes:
    """16 bytes that stand for the sender's exact IPv4 or IPv6 /64, for one matter only.

    Another process, and this one after a restart, gives the same sender another tag.
    """
    return hmac.digest(_KEY, f"{about}|{sender_of(request)}".encode(), "sha256")[:16]


def sender_of(request: HttpRequest) -> str:
    """A household or a phone gets a whole IPv6 /64, so that is what counts as one sender."""
    address = networks.parsed(request.META.get("REMOTE_ADDR", ""))
    if address is None:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False))


@dataclass
class _Bucket:
    tokens: float
    at: float
    times: int = 1


class Quota:
    """A bucket of `burst` tokens per sender, filled again at `an_hour` tokens an hour.

    A network that a desk named has as many times of both.
    """

    def __init__(self, what: str, *, burst: int, an_hour: float) -> None:
        self.what = what
        self.burst = float(burst)
        self.a_second = an_hour / 3600
        self._buckets: OrderedDict[bytes, _Bucket] = OrderedDict()
        self._lock = threading.Lock()
        _every.add(self)

    def allows(self, request: HttpRequest) -> bool:
        """Take one token of the sender's; False when none is left."""
        tag = address_tag(request, about=self.what)
        if self._takes(tag, 1):
            return True
        times = networks.times(request)
        return times > 1 and self._takes(tag, times)

    def forget(self) -> None:
        """Start anew, as a restart does."""
        with self._lock:
            self._buckets.clear()

    def _takes(self, tag: bytes, times: int) -> bool:
        """A named network may draw on as much again, `times - 1` times, below nothing."""
        with self._lock:
            bucket = self._refilled(tag, time.monotonic())
            bucket.times = max(bucket.times, times)
            if bucket.tokens < 1 - self.burst * (times - 1):
                return False
            bucket.tokens -= 1
            return True

    def _refilled(self, tag: bytes, now: float) -> _Bucket:
        bucket = self._buckets.pop(tag, None) or _Bucket(self.burst, now)
        gained = (now - bucket.at) * self.a_second * bucket.times
        bucket.tokens, bucket.at = min(self.burst, bucket.tokens + gained), now
        self._buckets[tag] = bucket  # the longest unseen stands first and is forgotten first
        while len(self._buckets) > MOST_REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket


_every: WeakSet[Quota] = WeakSet()


def forget_all() -> None:
    """Start every quota anew, as a restart of the process does."""
    for quota in list(_every):
        quota.forget()
