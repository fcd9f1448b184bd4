"""Which addresses this process answers: the public side's, the staff side's, or both."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kintrace.directory import urls as directory
from kintrace.safe import urls as safe
from kintrace.wall import urls as wall

urlpatterns: list[URLPattern | URLResolver] = []

if settings.HAS_STAFF:
    urlpatterns += [
        path("", include("kintrace.network.urls")),
        path("desk/", include("kintrace.protection.urls")),
        path("desk/", include("kintrace.wall.urls_desk")),
        path("desk/", include("kintrace.directory.urls_desk")),
        path("desk/", include("kintrace.visitors.urls")),
        path("desk/", include("kintrace.watch.urls")),
        path("desk/", include("kintrace.cases.urls")),
        path("desk/", include("kintrace.matching.urls")),
        path("desk/", include("kintrace.servicepoints.urls")),
        path("desk/", include("kintrace.operations.urls")),
    ]

if settings.DEMO:
    urlpatterns += [path("", include("kintrace.demo.urls"))]

if settings.HAS_PUBLIC:
    urlpatterns += [
        *wall.plain_urlpatterns,
        *safe.plain_urlpatterns,
        *directory.plain_urlpatterns,
        *i18n_patterns(
            path("", include("kintrace.wall.urls")),
            path("", include("kintrace.safe.urls")),
            path("", include("kintrace.directory.urls")),
            path("feedback/", include("kintrace.visitors.urls_public")),
            path("kiosk/", include(wall.kiosk, namespace="kiosk")),
            prefix_default_language=True,
        ),
    ]

handler400 = "kintrace.ui.errors.bad_request"
handler403 = "kintrace.ui.errors.shut"
handler404 = "kintrace.ui.errors.not_here"
handler500 = "kintrace.ui.errors.broken"
