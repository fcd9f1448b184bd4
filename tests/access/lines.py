"""What one line of the table of routes says; how such lines are written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kintrace.network.access import Access, Right, Who

SEEN = ("GET", "HEAD")
FORM = ("GET", "HEAD", "POST")
PRESS = ("POST",)
OK = (200,)
# What a form that was sent empty may answer: taken, led on, refused with a sentence, shown again.
SENT = (200, 302, 409, 422)
Methods = tuple[str, ...]
# How the names of addresses begin that the public side serves.
OF_VISITORS = (
    *("wall:", "kiosk:", "plain:", "feedback:"),
    *("safe:", "safe_plain:", "directory:", "directory_plain:"),
)


@dataclass(frozen=True)
class Line:
    """takes: argument of the address → kind of the thing it names; fixed: argument → itself.

    shared: the thing is nobody's own, so that there is no foreign one. gives: what GET may answer
    to who may come in. asks: the view itself wants it proved again that it is them.
    leads: where the page leads all who may come in, as things stand in the test.
    of_a_team: the thing shows to a child's team alone: for everybody else it is not there.
    """

    access: Access
    methods: Methods
    gives: tuple[int, ...] = OK
    takes: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    shared: bool = False
    asks: bool = False
    leads: str = ""
    of_a_team: bool = False

    def with_(self, **fixed: str) -> Line:
        return replace(self, fixed=fixed)

    def leading(self, path: str) -> Line:
        return replace(self, gives=(302,), leads=path)

    def for_a_team(self) -> Line:
        return replace(self, of_a_team=True)

    def for_all(self) -> Line:
        """Of every society: what stands in the address is public."""
        return replace(self, shared=True)

    @property
    def proves(self) -> bool:
        """Whether who signed in long ago is sent to prove it, or to open the box."""
        return self.asks or self.access.step_up or self.access.box


def everyone(methods: Methods, gives: tuple[int, ...] = OK, **takes: str) -> Line:
    return Line(Access(Who.EVERYONE), methods, gives, takes, shared=True)


def arriving(methods: Methods, *, asks: bool = False) -> Line:
    return Line(Access(Who.ARRIVING), methods, asks=asks)


def member(methods: Methods, *, asks: bool = False) -> Line:
    return Line(Access(Who.SIGNED_IN), methods, asks=asks)


def member_again(methods: Methods) -> Line:
    """As `member`, for who proved a moment ago that it is them."""
    return Line(Access(Who.SIGNED_IN, step_up=True), methods)


def staff(right: Right, methods: Methods, *, box: bool = False, **takes: str) -> Line:
    return Line(Access(Who.STAFF, right, box=box), methods, takes=takes)


def again(right: Right, methods: Methods, **takes: str) -> Line:
    """As `staff`, for who proved a moment ago that it is them."""
    return Line(Access(Who.STAFF, right, step_up=True), methods, takes=takes)
