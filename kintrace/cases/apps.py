from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kintrace.cases.neighbours import Work
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member
    from kintrace.protection.holders import Holder


class CasesConfig(AppConfig):
    name = "kintrace.cases"

    def ready(self) -> None:
        _enter_menu()
        _hold()
        _neighbour()
        _ask_for_work()


def _enter_menu() -> None:
    from kintrace.network.access import Right
    from kintrace.ui.menu import Entry, register

    register(Entry(Right.SEE_DESK, _("My work"), "cases:desk", "work", 10))
    register(Entry(Right.READ_INBOX, _("Messages"), "cases:inbox", "chat", 20))
    register(Entry(Right.MAKE_POSTERS, _("A caller"), "cases:caller", "phone", 25))
    register(Entry(Right.ACCEPT_CASES, _("Requests"), "cases:requests", "pen", 28))
    register(Entry(Right.READ_CASES, _("Cases"), "cases:list", "cases", 30))
    register(Entry(Right.READ_CASES, _("Who came forward"), "cases:forward_list", "match", 33))
    register(Entry(Right.READ_CASES, _("Other societies"), "cases:other_societies", "transfer", 35))
    register(Entry(Right.LOOK_AFTER_CHILDREN, _("Children"), "cases:children", "shield", 34))
    register(Entry(Right.CHANGE_CASES, _("Red Cross Messages"), "cases:red_cross_list", "mail", 35))
    register(Entry(Right.CHANGE_CASES, _("Safe and well"), "cases:safe", "check", 36))
    register(Entry(Right.APPROVE_FACES, _("Second eye"), "cases:second_eye", "eye", 40))
    register(Entry(Right.APPROVE_NOTICES, _("Sentences"), "cases:replies", "pen", 75))
    register(Entry(Right.SEE_FIGURES, _("What came of it"), "cases:impact", "chart", 55))


def _hold() -> None:
    from kintrace.cases.holders import CasesHolder
    from kintrace.protection import holders

    holders.register(CasesHolder(*_passed_on(), *_beside()))


def _passed_on() -> tuple[Holder, ...]:
    """What may lie elsewhere comes back before anything of the search is deleted."""
    from kintrace.cases.holder_attestations import OfAttestations
    from kintrace.cases.holder_enquiries import OfEnquiries
    from kintrace.cases.holder_fates import OfFates
    from kintrace.cases.holder_found import OfFound
    from kintrace.cases.holder_plan import OfPlans
    from kintrace.cases.holder_red_cross import OfRedCrossMessages
    from kintrace.cases.holder_referral import OfReferrals
    from kintrace.cases.holder_reunion import OfReunions
    from kintrace.cases.holder_transfers import OfTransfers

    together = (OfReferrals(), OfReunions(), OfPlans())
    asked = (OfFates(), OfEnquiries())
    return (OfTransfers(), OfRedCrossMessages(), *together, *asked, OfFound(), OfAttestations())


def _beside() -> tuple[Holder, ...]:
    from kintrace.cases.holder import OfCases
    from kintrace.cases.holder_came_forward import OfCameForward
    from kintrace.cases.holder_children import OfChildren
    from kintrace.cases.holder_events import OfAccounts
    from kintrace.cases.holder_files import OfFiles
    from kintrace.cases.holder_safe import OfSafeAndWell
    from kintrace.cases.holder_unnamed import OfUnnamed
    from kintrace.cases.holder_views import OfViews

    before_the_case = (OfAccounts(), OfSafeAndWell(), OfCameForward(), OfChildren(), OfFiles())
    return (*before_the_case, OfCases(), OfViews(), OfUnnamed())


def _neighbour() -> None:
    from kintrace.cases import (
        enquiry_pages,
        file_pages,
        likely,
        neighbours,
        panels,
        red_cross_panel,
        referral_pages,
        safe_pages,
        timeline,
        transfer_pages,
    )

    # What folders above added before stays: this only adds.
    neighbours.duplicates.append(likely.duplicates_of)
    asked = enquiry_pages.EnquiryPanel()
    family_news = (red_cross_panel.RedCrossPanel(), safe_pages.SafePanel())
    neighbours.panels += [
        transfer_pages.Panel(),
        asked,
        *panels.OWN,
        *family_news,
        file_pages.Panel(),
        referral_pages.Panel(),
    ]
    timeline.sources[:] = [*timeline.OWN, transfer_pages.happened, file_pages.happened]


def _ask_for_work() -> None:
    from kintrace.cases import (
        box_tasks,
        neighbours,
        wishes,
        worklist,
        worklist_came_forward,
        worklist_children,
        worklist_events,
        worklist_red_cross,
        worklist_services,
    )

    neighbours.work_of_cases += _work_of_cases()
    neighbours.work += [
        *wishes.SOURCES,
        *worklist.SOURCES,
        *worklist_events.SOURCES,
        *worklist_red_cross.SOURCES,
        *(worklist_children.children_waiting, box_tasks.boxes),
        worklist_came_forward.came_forward_waiting,
        *worklist_services.SOURCES,
    ]


def _work_of_cases() -> list[Callable[[Member, WorkOf], Iterable[Work]]]:
    from kintrace.cases import (
        worklist,
        worklist_attestations,
        worklist_fates,
        worklist_found,
        worklist_requests,
        worklist_reunion,
        worklist_transfers,
    )

    return [
        *worklist_requests.OF_CASES,
        *worklist.OF_CASES,
        *worklist_attestations.OF_CASES,
        worklist_transfers.transfers,
        *worklist_found.OF_CASES,
        *(*worklist_reunion.OF_CASES, *worklist_fates.OF_CASES),
    ]
