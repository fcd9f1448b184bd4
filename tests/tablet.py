"""A volunteer with a tablet at a service point, in a real browser; the network comes and goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.test import Client
from django.utils import timezone

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.actions import Plan
from kintrace.vault.reader import reading_as
from tests.journeys.people import AtTheDesk, second_factor

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from kintrace.network.models import Member, Society
    from kintrace.servicepoints.models import ServicePoint

OFFLINE = "/desk/points/offline/"
CONTACT = f"**{OFFLINE}contact/"

# Everything that lies in every database of the page's origin, bytes as lists of numbers.
_DUMP = """async () => {
  const plain = (value) => value instanceof Uint8Array ? { bytes: [...value] } : value;
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((done) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
      });
      found[`${name}/${store}`] = rows.map((row) => typeof row === "object"
        ? Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])) : row);
    }
    db.close();
  }
  return found;
}"""
_CACHED = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      const path = new URL(asked.url).pathname;
      found[`${name} ${path}`] = await (await cache.match(asked)).text();
    }
  }
  return found;
}"""
_KEEP = """async ([kind, fields]) => {
  const { keepRecord } = await import("/static/servicepoints/keeping.js");
  return keepRecord(kind, fields);
}"""


@dataclass
class Shore:
    """A society with an officer and two volunteers, and a volunteer of another society."""

    home: str
    society: Society
    omar: Member
    chidi: Member
    dora: Member
    stranger: Member

    def new_point(self, name: str) -> ServicePoint:
        """The only point at work."""
        with reading_as(self.society.pk, member=self.omar.pk):
            for other in lookups.points_at_work(self.omar):
                actions.end_point(other, by=self.omar)
            plan = Plan(name, "fixed", "Behind the fish market", slots=12)
            return actions.set_up_point(plan, by=self.omar)


def settle_shore(home: str) -> Shore:
    """Found both societies; `home` is where they are served."""
    here, there = found("NM"), found("BG")
    roles = {"omar": Role.OFFICER, "chidi": Role.VOLUNTEER, "dora": Role.VOLUNTEER}
    people = {name: _enlisted(here, role, name) for name, role in roles.items()}
    return Shore(home, here, **people, stranger=_enlisted(there, Role.VOLUNTEER, "boris"))


def _enlisted(society: Society, role: Role, name: str) -> Member:
    member = enlist(society, role, name)
    second_factor(member)
    return member


class WithATablet(AtTheDesk):
    """At a service point. `page` changes when the page was shut and opened again."""

    def make_ready(self, name: str = "The green one") -> None:
        self.go(OFFLINE)
        self.page.wait_for_selector("#point-list option", state="attached")
        self.page.fill("#device-name", name)
        self.page.click("#ready-form button")
        self.page.wait_for_selector("[data-kept-here]:not([hidden])")

    def sign_in_here(self, member: Member | None = None) -> None:
        """By the way that the page offers, and back."""
        self.member = member or self.member
        self.page.click("[data-trouble=signed-out] a")
        self.signs()
        self.page.wait_for_url(f"**{OFFLINE}")

    def is_let_in(self) -> None:
        """Signed in already; how that is done is shown elsewhere."""
        cookie = let_in(Client(), self.member).cookies[settings.SESSION_COOKIE_NAME]
        named = {"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": self.home}
        self.context.add_cookies([named])  # type: ignore[list-item]
        self.page.set_default_timeout(10_000)

    def session_ends(self) -> None:
        self.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    def goes_out_of_reach(self) -> None:
        self.context.set_offline(True)

    def comes_back(self) -> None:
        self.context.set_offline(False)

    def killed(self) -> None:
        """The page is gone without a word, and somebody opens it anew."""
        self.page.close()
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.opened()

    def opened(self) -> None:
        self.go(OFFLINE)
        self.page.wait_for_selector("[data-when-ready]:not([hidden])")

    def tap(self, *services: str) -> None:
        """One tap each; the next one when the number on the tile has grown."""
        for service in services:
            tile = self.page.locator(f"output[data-count={service}]")
            tile.wait_for()
            before = int(tile.inner_text())
            self.page.click(f"button.plus[value={service}]")
            self.page.wait_for_function(
                "([s, n]) => document.querySelector(`output[data-count=${s}]`).textContent === n",
                arg=[service, str(before + 1)],
            )

    def give_ticket(self) -> int:
        offered = self.page.locator("output[data-next-number]")
        offered.wait_for()
        number = int(offered.inner_text())
        self.page.click("button[data-does=give]")
        self.page.wait_for_function(
            "(n) => document.querySelector('[data-given-number]').textContent === n",
            arg=str(number),
        )
        return number

    def keep(self, kind: str, **fields: Any) -> str:
        """Lock a record as the page does; its number."""
        return str(self.page.evaluate(_KEEP, [kind, fields]))

    def send_now(self) -> None:
        """By the button, whether or not it stands there still."""
        self.page.evaluate("document.querySelector('button[data-press=send]').click()")

    def waits(self) -> int:
        """How much waits, as the page says it."""
        shown = self.page.locator("button[data-some-wait]")
        return int(shown.locator("output").inner_text()) if shown.is_visible() else 0

    def all_sent(self) -> None:
        self.page.wait_for_selector("[data-none-waits]:not([hidden])")

    def told(self, trouble: str) -> None:
        """The page says what stands in the way."""
        self.page.wait_for_selector(f"[data-trouble={trouble}]:not([hidden])")

    def lies_here(self) -> dict[str, list[Any]]:
        dump: dict[str, list[Any]] = self.page.evaluate(_DUMP)
        return dump

    def is_cached(self) -> dict[str, str]:
        cached: dict[str, str] = self.page.evaluate(_CACHED)
        return cached


def counted(point: ServicePoint) -> dict[str, int]:
    """What the society counted today."""
    with reading_as(point.society_id):
        return lookups.sums_of_day(point, timezone.localdate())


def board(point: ServicePoint) -> dict[int, str]:
    """The phones on the society's board."""
    with reading_as(point.society_id):
        return {one.number: one.state for one in lookups.on_board(point)}


def swallow(page: Page, times: int) -> list[str]:
    """Let the society take what is sent, and lose its answer on the way, so many times."""
    lost: list[str] = []

    def lose(route: Route) -> None:
        if len(lost) < times:
            lost.append(route.fetch().text())
            route.abort()
        else:
            route.continue_()

    page.route(CONTACT, lose)
    return lost
