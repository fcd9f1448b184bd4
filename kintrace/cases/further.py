"""One more person is sought in a case: the page that asks who that is, and the last news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.actions import corrections
from kintrace.cases.actions.opening import Missed, SamePerson
from kintrace.cases.doubts import NotSure
from kintrace.cases.forms_sought import NewsForm, SoughtForm
from kintrace.cases.marks import mark_for
from kintrace.cases.meant import meant_by
from kintrace.network.seen import ChangedElsewhere
from kintrace.ui.asking import wrong_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.models import Case
    from kintrace.network.gate import StaffRequest


class Further:
    """One more person: who they are and the last news of them, on one page."""

    def __init__(self, case: Case, request: StaffRequest) -> None:
        self.case, self.request = case, request
        data = request.POST if request.method == "POST" else None
        self.person, self.news = SoughtForm(data, prefix="sought"), NewsForm(data, prefix="news")
        del self.news.fields["reason"]  # of the case, and told already
        self.doubts: Sequence[str] = ()  # what looks like a mistake, to look at before it is kept

    def keep(self) -> bool:
        """Whether all is right and kept."""
        if not all([self.person.is_valid(), self.news.is_valid()]):
            return False
        relation = self.person.cleaned_data["relation"]
        missed = Missed(self.person.told(), relation, self.news.last_news())
        sure, by = "sure" in self.request.POST, self.request.user
        try:
            corrections.seek_another(self.case, missed=missed, seen=self._seen(), sure=sure, by=by)
        except (ChangedElsewhere, NotSure, SamePerson) as refused:
            self.doubts = getattr(refused, "doubts", ())
            self.person.add_error(None, refused.sentence)
            return False
        return True

    def _seen(self) -> int:
        sent = self.request.POST.get("seen", "")
        return int(sent) if sent.isdecimal() and len(sent) < 3 else 0

    def _meant(self, form: SoughtForm | NewsForm) -> str:
        """The Gregorian days of a date that was typed; nothing is kept here yet."""
        return meant_by(form) if form.is_bound else ""

    def context(self) -> dict[str, Any]:
        wrong = [*wrong_things(self.person), *wrong_things(self.news)]
        words = ngettext(
            "Please look at one thing.", "Please look at %(number)d things.", len(wrong)
        )
        return {
            "case": self.case,
            "news": self.news,
            "born": self._meant(self.person),
            "heard": self._meant(self.news),
            "names": [name for _one, name in lookups.with_names(lookups.sought_in(self.case))],
            "seen": lookups.last_place_in(self.case),
            "mark_for": mark_for,
            "doubts": self.doubts,
            "wrong": wrong,
            "title": words % {"number": len(wrong)},
        }
