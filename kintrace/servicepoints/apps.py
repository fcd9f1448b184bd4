from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicePointsConfig(AppConfig):
    name = "kintrace.servicepoints"

    def ready(self) -> None:
        from kintrace.protection import holders
        from kintrace.servicepoints import offline_kinds, offline_people
        from kintrace.servicepoints.holder import ServicePointsHolder

        holders.register(ServicePointsHolder())
        offline_kinds.register()
        offline_people.register()
        _enter_menu()
        _neighbour()


def _neighbour() -> None:
    from kintrace.cases import neighbours
    from kintrace.servicepoints import worklist, worklist_people

    neighbours.work += [*worklist_people.SOURCES, *worklist.SOURCES]


def _enter_menu() -> None:
    from kintrace.network.access import Right
    from kintrace.ui.menu import Entry, register

    register(Entry(Right.RUN_POINT, _("Service points"), "servicepoints:points", "tent", 15))
    register(
        Entry(Right.SEE_POINT_REPORTS, _("Reports of points"), "servicepoints:reports", "chart", 57)
    )
    register(
        Entry(Right.SET_UP_POINTS, _("Planning service points"), "servicepoints:planned", "pen", 63)
    )
    register(
        Entry(Right.LIFT_HOLD, _("From the service points"), "servicepoints:guarded", "shield", 38)
    )
