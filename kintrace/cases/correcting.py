"""Pages of the interview that are answered anew in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import asking, lookups, steps
from kintrace.cases.actions import corrections
from kintrace.cases.forms_sought import TICKED, NewsForm, SoughtForm, ticked_for
from kintrace.cases.marks import mark_for
from kintrace.cases.transfers import OUT, Part
from kintrace.people.anew import Anew
from kintrace.people.forms import ASKED, ORIGINAL, UNKNOWN
from kintrace.people.lookups import person_of
from kintrace.people.told import PlaceKind
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import Form
    from django.utils.functional import Promise

    from kintrace.cases.actions.drafts import Answers
    from kintrace.cases.forms import SearcherForm
    from kintrace.cases.lookups import Kept
    from kintrace.cases.models import Case, RedCrossMessage, Sought, Transfer
    from kintrace.network.gate import StaffRequest
    from kintrace.people.lookups import Description
    from kintrace.people.told import Name, Told


class Page(asking.KeptPage[steps.Step]):
    """One page, as the case knows its answers now."""

    kept: Kept | None = None
    came_down = False
    doubts: Sequence[str] = ()  # what looks like a mistake, to look at before it is kept
    down: str | Promise = gettext_lazy(
        "The photo came down: it said that somebody else is looked for. Propose it anew."
    )
    sheets: Sequence[RedCrossMessage] = ()  # that went out with an older name

    def keep(self) -> None:
        """Put the answers in the place of the old ones. Raises ChangedElsewhere."""
        raise NotImplementedError

    @property
    def is_sure(self) -> bool:
        """Whether the member says that what looks odd is right as it stands."""
        return "sure" in self.request.POST

    def context(self) -> dict[str, Any]:
        shown = {"step": self.step, "kept": self.kept, "elsewhere": self.elsewhere}
        return shown | {"meant": self.meant, "mark_for": mark_for, "doubts": self.doubts}


class InBox(Page):
    """A page whose answers lie in the box."""

    case: Case
    kind: str

    def look(self) -> None:
        self.kept = lookups.words_of(self.case).get(self.kind)

    def version(self) -> int:
        return self.kept.version if self.kept else 0

    def answers(self) -> Answers | None:
        return self.kept.answers if self.kept else None


class WaysPage(InBox):
    """How the person who searches is reached."""

    def __init__(self, case: Case, request: StaffRequest) -> None:
        self.case, self.kind = case, steps.WAYS.key
        super().__init__(steps.WAYS, request)

    def keep(self) -> None:
        answers, seen, by = self.typed(), self.seen(), self.request.user
        corrections.change_ways(self.case, answers=answers, seen=seen, by=by)

    def context(self) -> dict[str, Any]:
        return super().context() | {"case": self.case}


class Described(Page):
    """A page of names and birth, which asks why they are told anew. A birth left empty stays."""

    known: Description

    def version(self) -> int:
        return len(self.known.tellings)

    def answers(self) -> Answers | None:
        told = self.known.told
        said = {"sex": told.sex} | _names(told)
        for place in told.places:
            if place.kind == PlaceKind.ORIGIN:
                said |= {"place": place.said, "country": place.country}
        return {name: [value] for name, value in said.items()} | {"languages": [*told.languages]}

    def _form(self) -> Form:
        form = super()._form()
        form.fields["why"] = forms.ChoiceField(
            label=_("Why is it told anew?"), choices=Anew.choices, widget=PickOne
        )
        return form


class SearcherPage(Described):
    """Names, birth, origin and languages of the one who searches."""

    form: SearcherForm
    down = gettext_lazy(
        "The photo came down: it no longer fits the age, or showed the person otherwise."
    )

    def __init__(self, case: Case, request: StaffRequest) -> None:
        self.case = case
        super().__init__(steps.SEARCHER, request)

    def look(self) -> None:
        self.known = person_of(self.case.subject)

    def answers(self) -> Answers | None:
        lives = (one for one in self.known.told.places if one.kind == PlaceKind.LIVES)
        return (super().answers() or {}) | {"lives": [one.country for one in lives]}

    def keep(self) -> None:
        told, why, by = self.form.told(), self.form.cleaned_data["why"], self.request.user
        self.came_down = corrections.correct_searcher(
            self.case, told=told, why=why, seen=self.seen(), sure=self.is_sure, by=by
        )
        self.sheets = lookups.sent_with_older_names(self.case.subject)

    def context(self) -> dict[str, Any]:
        papers = lookups.attestations_of(self.case)
        return super().context() | {
            "case": self.case,
            "person": self.known,
            "sent": [one for one in lookups.transfers_about(self.case.subject) if _tells(one)],
            "given": [one for one in papers if one.state == one.State.ISSUED],
        }


class OfSought(Page):
    """A page about one person sought."""

    asks: ClassVar[steps.Step]

    def __init__(self, sought: Sought, request: StaffRequest) -> None:
        self.sought, self.case = sought, sought.case
        self.kind = steps.about(self.asks, sought.place).key
        super().__init__(self.asks, request)

    def context(self) -> dict[str, Any]:
        about = lookups.transfers_about(self.sought.subject)
        return super().context() | {
            "case": self.case,
            "sought": self.sought,
            "person": person_of(self.sought.subject),
            "sent": [one for one in about if one.state in OUT],
        }


class PersonPage(Described, OfSought):
    """Names, birth, origin, and who they are to the one who searches."""

    asks = steps.SOUGHT
    form: SoughtForm

    def look(self) -> None:
        self.sought = lookups.sought_for(self.request.user, self.sought.pk)
        self.known = person_of(self.sought.subject)

    def answers(self) -> Answers | None:
        said = {ticked_for(one): [TICKED] for one in self.known.told.not_known}
        relation = {"relation": [self.sought.relation or ""]}
        return relation | (super().answers() or {}) | said

    def _form(self) -> Form:
        form = super()._form()
        if isinstance(form, SoughtForm) and self.known.told.births:
            form.stands = frozenset({"said"})
        return form

    def keep(self) -> None:
        told, given, by = self.form.told(), self.form.cleaned_data, self.request.user
        about = {"relation": given["relation"], "why": given["why"], "seen": self.seen()}
        self.sought, self.came_down = corrections.correct_person(
            self.sought, told=told, **about, sure=self.is_sure, by=by
        )
        self.sheets = lookups.sent_with_older_names(self.sought.subject)


class NewsPage(OfSought):
    """The last news, and why the family was parted."""

    asks = steps.NEWS
    form: NewsForm

    def look(self) -> None:
        self.sought = lookups.sought_for(self.request.user, self.sought.pk)

    def version(self) -> int:
        return corrections.version_of_news(self.sought)

    def answers(self) -> Answers | None:
        news = self.sought.last_news or {}
        said = {name: news.get(name) for name in ("said", "calendar", "place", "country", "heard")}
        said |= {"reason": self.sought.case.circumstances["reason"], **news.get("numbers", {})}
        said |= {one + UNKNOWN: TICKED for one in news.get("unknown", ())}
        return {name: [str(value)] for name, value in said.items() if value}

    def keep(self) -> None:
        news, reason = self.form.last_news(), self.form.cleaned_data["reason"]
        seen, by = self.seen(), self.request.user
        corrections.correct_news(
            self.sought, news=news, reason=reason, seen=seen, sure=self.is_sure, by=by
        )


class MorePage(OfSought, InBox):
    """What else may help to find them."""

    asks = steps.MORE

    def keep(self) -> None:
        answers, seen, by = self.typed(), self.seen(), self.request.user
        corrections.change_more(self.sought, answers=answers, seen=seen, by=by)


PAGES: dict[str, type[OfSought]] = {
    page.asks.key: page for page in (PersonPage, NewsPage, MorePage)
}


def _tells(transfer: Transfer) -> bool:
    """Whether another society has the name of the one who searches."""
    named = {Part.SEARCHER, Part.SEARCHER_NAMES}
    return transfer.state in OUT and not named.isdisjoint(transfer.parts)


def _names(told: Told) -> dict[str, str]:
    """The name in force, and the newest in another script beside it."""
    first = told.names[0]
    scripts = {part.script for part in first}
    others = (name for name in told.names if not scripts & {part.script for part in name})
    return _fields(first, "") | _fields(next(others, ()), ORIGINAL)


def _fields(name: Name, ending: str) -> dict[str, str]:
    asked = {role.value for role in ASKED}
    return {part.role + ending: part.text for part in name if part.role in asked}
