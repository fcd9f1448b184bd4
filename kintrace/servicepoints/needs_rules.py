"""What the answers of a needs assessment propose. A member looks through it and changes it; nothing
is done because of a rule alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.utils.functional import Promise

    from kintrace.servicepoints.needs import Answers


class Part(TextChoices):
    """Of what a proposed line is."""

    SERVICES = "services", _("Services to offer")
    TOOLS = "tools", _("Tools to have ready")
    RESPONSES = "responses", _("Who needs something of their own")


@dataclass(frozen=True)
class Rule:
    """A line that is proposed when the answers say so. Codes stay as they are: kept lines name
    them."""

    code: str
    part: Part
    says: Promise
    when: Callable[[Answers], bool]


def _always(_answers: Answers) -> bool:
    return True


def _is(question: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(question) in values


def _has(question: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(set(values) & set(answers.get(question) or ()))


def _lacks(question: str, value: str) -> Callable[[Answers], bool]:
    return lambda answers: value not in (answers.get(question) or ())


def _yes(question: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(answers.get(question))


def _either(*when: Callable[[Answers], bool]) -> Callable[[Answers], bool]:
    return lambda answers: any(one(answers) for one in when)


_FEW_HAVE = ("nobody", "some", "unknown")
_S, _T, _R = Part.SERVICES, Part.TOOLS, Part.RESPONSES

RULES: tuple[Rule, ...] = (
    Rule("told", _S, _("Say before every service what we do and what we write down."), _always),
    Rule("talks", _S, _("Safety talks: two numbers by heart, a meeting point."), _always),
    Rule("calls", _S, _("Free calls of some minutes."), _is("phones", *_FEW_HAVE)),
    Rule("wifi", _S, _("Free Wi-Fi that opens our page first."), _is("data", *_FEW_HAVE)),
    Rule(
        "charging",
        _S,
        _("Charging with numbered tickets."),
        _either(_is("phones", "some", "most"), _has("losses", "empty")),
    ),
    Rule(
        "safe",
        _S,
        _("The contact safe, and pocket cards to write numbers on."),
        _has("losses", "broken", "taken", "robbed", "sold"),
    ),
    Rule(
        "tracing",
        _S,
        _("Begin tracing requests here, and book talks at the desk."),
        _is("separated", "some", "most", "unknown"),
    ),
    Rule(
        "wall",
        _S,
        _("Show Trace the Face on a screen or a poster."),
        _is("separated", "some", "most"),
    ),
    Rule(
        "detained",
        _S,
        _("Say how families hear of somebody in detention; send them to the desk."),
        _yes("detained"),
    ),
    Rule(
        "dead",
        _S,
        _("Receive who tells of the dead in a quiet place, by somebody who is trained."),
        _yes("dead"),
    ),
    Rule(
        "phones",
        _T,
        _("Phones to lend whose call list empties by itself."),
        _is("phones", *_FEW_HAVE),
    ),
    Rule("router", _T, _("A router with a voucher for each day."), _is("data", *_FEW_HAVE)),
    Rule(
        "no_power",
        _T,
        _("Batteries or a generator: there is no electricity."),
        _lacks("there", "power"),
    ),
    Rule("offline", _T, _("Tablets that work without network."), _lacks("there", "network")),
    Rule(
        "pictures",
        _T,
        _("Pictogram sheets and recorded words: many do not read."),
        _is("reading", "nobody", "some", "unknown"),
    ),
    Rule(
        "leaflets",
        _T,
        _("Brochures and cards in the languages that were named."),
        _yes("languages"),
    ),
    Rule(
        "queue", _T, _("Numbers to wait with: many come at once."), _is("number", "many", "crowd")
    ),
    Rule(
        "no_photos",
        _T,
        _("A sign: nobody takes pictures here, we neither."),
        _has("fears", "photos", "reported"),
    ),
    Rule("free", _T, _("A sign: everything here is free."), _has("fears", "cost")),
    Rule(
        "children",
        _R,
        _(
            "Children on their own: the child-protection officer is called at once, and nobody "
            "asks more."
        ),
        _always,
    ),
    Rule(
        "trafficking",
        _R,
        _("Signs of trafficking: the protection team at once, and never in front of others."),
        _either(_yes("trafficking"), _is("company", "led"), _has("fears", "others")),
    ),
    Rule(
        "women",
        _R,
        _("Women and girls: hours and a corner of their own, and a woman of the team."),
        _has("seen", "women", "pregnant", "families"),
    ),
    Rule(
        "old", _R, _("Old people: a seat, large letters, somebody who dials."), _has("seen", "old")
    ),
    Rule(
        "disabled",
        _R,
        _("People with a disability: a way without steps, help in writing, time."),
        _has("seen", "disabled"),
    ),
    Rule(
        "ill",
        _R,
        _("Ill people: shown the way to a doctor first."),
        _has("seen", "ill", "pregnant"),
    ),
    Rule(
        "families",
        _R,
        _("Families: each child gets a card with the number of a parent."),
        _has("seen", "families"),
    ),
    Rule(
        "home",
        _R,
        _("Who fears for family at home: say what a call may give away, before it is made."),
        _has("fears", "home"),
    ),
)
BY_CODE = {rule.code: rule for rule in RULES}


def proposed(answers: Answers) -> list[Rule]:
    """The lines that the answers speak for, in their order."""
    return [rule for rule in RULES if rule.when(answers)]
