"""A death is sure before a family hears of it: somebody says it, an authority confirms it, and who
tells them, where and when is planned. Every act looks first whether it was done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import fates
from kintrace.cases.fates import Plan, Standing, Word
from kintrace.demo.playing import seated
from kintrace.network.access import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.lookups import KnownFate
    from kintrace.demo.network.courses import Play

A_WEEK = timedelta(days=7)
SAID = "Two who were on the same boat say that he was not with them when they were brought ashore."
WRITTEN = "The office of the harbour town wrote him into its register."


def _fate(this: Play) -> KnownFate:
    return lookups.fate_of(lookups.still_sought(this.case)[0])


def _hear(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        known = _fate(this)
        if known.standing is None:
            fates.allege(known.sought, word=Word("witness", timezone.localdate(), SAID), by=by)


def _confirm(this: Play) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        known = _fate(this)
        if known.standing == Standing.ALLEGED:
            day, mark = timezone.localdate(), {"authority": "registry", "reference": "R-77"}
            word = Word("authority", day, WRITTEN, **mark)
            fates.establish(known.sought, standing=Standing.CONFIRMED, word=word, by=by)


def _plan(this: Play) -> None:
    """Two of us, in the person's own language or through somebody, and again after a week."""
    today, words = timezone.localdate(), {"who": "Two of us", "where": "The quiet room upstairs"}
    words |= {"others": "", "support": "The night telephone of the society"}
    plan = Plan(today, today + A_WEEK, this.search.person.language, interpreter=True, words=words)
    with seated(this.member(Role.CASEWORKER)) as by:
        known = _fate(this)
        if known.telling is None:
            fates.plan_telling(known.sought, plan=plan, by=by)


SURE: tuple[Callable[[Play], object], ...] = (_hear, _confirm, _plan)
