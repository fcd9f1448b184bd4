"""`python -m bench.capacity.asking < plan.json`: threads ask as fast as they are answered.

A process of its own, so that its work is not the server's. The plan: {"seconds", "lines", "most",
"kinds": {name: {"weight", "port", "requests": [[method, path, headers, body in base64]]}}}.
Prints by kind: milliseconds of each answer, and how many were no 200 or 302.
"""

from __future__ import annotations

import base64
import http.client
import itertools
import json
import random
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any

FINE = (200, 302)


@dataclass
class Told:
    """What one kind was answered."""

    took: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)


class Line(threading.Thread):
    """One browser: it keeps a connection to each side while that is kept."""

    def __init__(self, plan: dict[str, Any], number: int, until: float) -> None:
        super().__init__()
        self.kinds, self.until = plan["kinds"], until
        self.most = plan.get("most", 10**9)
        self.dice = random.Random(number)  # noqa: S311 - the same mix each time
        self.weights = [one["weight"] for one in self.kinds.values()]
        self.turns = {
            name: itertools.cycle(one["requests"][number::7] or one["requests"])
            for name, one in self.kinds.items()
        }
        self.told = {name: Told() for name in self.kinds}
        self.lines: dict[int, http.client.HTTPConnection] = {}

    def run(self) -> None:
        for _ in range(self.most):
            if time.monotonic() > self.until:
                return
            [name] = self.dice.choices(list(self.kinds), self.weights)
            begun = time.monotonic()
            status = self._ask(self.kinds[name]["port"], *next(self.turns[name]))
            self.told[name].took.append((time.monotonic() - begun) * 1000)
            if status not in FINE:
                self.told[name].wrong.append(status)

    def _ask(self, port: int, *request: Any) -> int:
        """Once more where the server had closed the kept connection meanwhile, as browsers do."""
        was_kept = port in self.lines
        status = self._once(port, *request)
        return self._once(port, *request) if was_kept and not status else status

    def _once(self, port: int, method: str, path: str, headers: dict[str, str], body: str) -> int:
        own = dict(headers)
        source = own.pop("source", "")
        line = self._line(port, source)
        try:
            line.request(method, path, base64.b64decode(body) or None, own)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self.lines.pop(port, None)
            return 0
        if source:
            line.close()
        return answer.status

    def _line(self, port: int, source: str) -> http.client.HTTPConnection:
        if source:
            own = (source, 0)
            return http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=own)
        if port not in self.lines:
            self.lines[port] = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        return self.lines[port]


def main() -> None:
    plan = json.load(sys.stdin)
    begun = time.monotonic()
    lines = [Line(plan, number, begun + plan["seconds"]) for number in range(plan["lines"])]
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    told = {
        name: {
            "took": [one for line in lines for one in line.told[name].took],
            "wrong": [one for line in lines for one in line.told[name].wrong],
        }
        for name in plan["kinds"]
    }
    json.dump({"seconds": time.monotonic() - begun, "kinds": told}, sys.stdout)


if __name__ == "__main__":
    main()
