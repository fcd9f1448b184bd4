"""How many people share an address, as far as a desk told us; asked of the table once a minute."""

import ipaddress
import threading
import time
from dataclasses import dataclass, field

from django.http import HttpRequest

from kintrace.visitors import lookups
from kintrace.visitors.lookups import Range

EVERY = 60  # seconds
MOST_TIMES = 10
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass
class _Known:
    times: dict[Range, int] = field(default_factory=dict)
    asked: float | None = None


_lock = threading.Lock()
_known = _Known()


def times(request: HttpRequest) -> int:
    """How many times the usual limits the sender has: 1, or the most of a range around it."""
    address = parsed(request.META.get("REMOTE_ADDR", ""))
    ranges = _ranges()
    if address is None or not ranges:
        return 1
    lengths = {one.prefixlen for one in ranges if one.version == address.version}
    around = (ipaddress.ip_network((address, bits), strict=False) for bits in sorted(lengths))
    return max((ranges.get(one, 1) for one in around), default=1)


def parsed(address: str) -> Address | None:
    """The address of a sender, an IPv4 address in IPv6 clothes as what it is."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        return found.ipv4_mapped
    return found


def forget() -> None:
    """Ask anew the next time."""
    _known.asked = None


def _ranges() -> dict[Range, int]:
    with _lock:
        now = time.monotonic()
        due = _known.asked is None or now - _known.asked >= EVERY
        if due:
            _known.asked = now  # the others go on with what is known meanwhile
    if due:
        _known.times = lookups.named_ranges()
    return _known.times
