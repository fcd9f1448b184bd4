"""`python -m tests.drills.scraper`: a machine that walks the wall as fast as it lets it.

It has so many addresses (127.0.3.1 and up) and goes over to the next when a page does not come;
told to work, it works for passes first. Prints what it carried off, as JSON.
"""

from __future__ import annotations

import http.client
import itertools
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from tests.drills.visitors import earned

NAME = re.compile(r"/faces/([0-9a-f]{32})-160\.jpg")
ORDERS, PAGES = 16, 100


@dataclass
class Scraper:
    """faces: the names carried off. answers: status → how many."""

    home: str
    addresses: int
    until: float
    works: bool
    faces: set[str] = field(default_factory=set)
    answers: Counter[int] = field(default_factory=Counter)

    def run(self) -> None:
        pages = itertools.product(range(ORDERS), range(1, PAGES + 1))
        sources = (f"127.0.3.{number + 1}" for number in range(self.addresses))
        source: str | None = next(sources)
        for order, page in pages:
            while source and time.monotonic() < self.until:
                if self._took(f"/en/?o={order}&page={page}", source):
                    break
                source = next(sources, None)
            else:
                return

    def _took(self, path: str, source: str) -> bool:
        status, text = self._get(path, source)
        if status == 429 and self.works and "data-seed" in text:
            status, text = self._get(f"{path}&pass={quote(earned(text))}", source)
        self.faces |= set(NAME.findall(text))
        return status == 200

    def _get(self, path: str, source: str) -> tuple[int, str]:
        where = urlsplit(self.home)
        line = http.client.HTTPConnection(
            where.hostname or "", where.port, timeout=30, source_address=(source, 0)
        )
        try:
            line.request("GET", path)
            answer = line.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            line.close()
        self.answers[answer.status] += 1
        return answer.status, text


def main(home: str, addresses: int, seconds: float, *, works: bool) -> None:
    begun = time.monotonic()
    scraper = Scraper(home, addresses, begun + seconds, works)
    scraper.run()
    told = {
        "faces": len(scraper.faces),
        "seconds": time.monotonic() - begun,
        "answers": scraper.answers,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), works=sys.argv[4] == "works")
