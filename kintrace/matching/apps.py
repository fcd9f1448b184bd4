from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatchingConfig(AppConfig):
    name = "kintrace.matching"

    def ready(self) -> None:
        from kintrace.matching.holder import MatchingHolder
        from kintrace.protection import holders

        holders.register(MatchingHolder())
        _enter_menu()
        _neighbour()


def _enter_menu() -> None:
    from kintrace.network.access import Right
    from kintrace.ui.menu import Entry, register

    register(Entry(Right.SEARCH_CARDS, _("Search"), "matching:search", "search", 31))
    register(Entry(Right.JUDGE_PAIRS, _("Likely pairs"), "matching:pairs", "match", 32))
    register(Entry(Right.SEE_FIGURES, _("Likely pairs judged"), "matching:judged", "chart", 56))


def _neighbour() -> None:
    from kintrace.cases import neighbours
    from kintrace.matching import asked, beside, panel, worklist, worklist_asked

    neighbours.duplicates.append(beside.duplicates_of)
    neighbours.panels.append(panel.Panel())
    neighbours.request_panels.append(asked.Panel())
    neighbours.work_of_cases += [
        worklist.pairs_to_look_at,
        worklist_asked.requests_to_look_at,
    ]
