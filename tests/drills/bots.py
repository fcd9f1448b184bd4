"""`python -m tests.drills.bots`: machines that post to one form as fast as it lets them.

A process of its own, so that the person's clock does not wait for the bots' threads. Each bot
has an address of its own (127.0.1.1 and up). Prints what they were answered, as JSON.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from collections import Counter
from urllib.parse import urlencode, urlsplit

from tests.drills.visitors import written

TYPE = {"Content-Type": "application/x-www-form-urlencoded"}


class Bot(threading.Thread):
    """One connection after the other, one post on each."""

    def __init__(self, number: int, form: str, sent: bytes, until: float) -> None:
        super().__init__()
        self.address = urlsplit(form)
        self.source = (f"127.0.1.{number}", 0)
        self.sent, self.until = sent, until
        self.answers: Counter[int] = Counter()

    def run(self) -> None:
        while time.monotonic() < self.until:
            self.answers[self._post()] += 1

    def _post(self) -> int:
        host, port = self.address.hostname or "", self.address.port
        line = http.client.HTTPConnection(host, port, timeout=30, source_address=self.source)
        try:
            line.request("POST", self.address.path, self.sent, TYPE)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
            return 0
        finally:
            line.close()
        return answer.status


def main(form: str, stamp: str, bots: int, seconds: float) -> None:
    """With a stamp they fill in the form as people do; without one, in haste."""
    said = written("Buy now.", stamp) if stamp else {"text": "Buy now.", "website": "here"}
    until = time.monotonic() + seconds
    crowd = [Bot(number + 1, form, urlencode(said).encode(), until) for number in range(bots)]
    for bot in crowd:
        bot.start()
    for bot in crowd:
        bot.join()
    total: Counter[int] = sum((bot.answers for bot in crowd), Counter())
    sys.stdout.write(json.dumps(total))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
