"""The public side's addresses. `plain_urlpatterns` stand outside the language prefix."""

from django.urls import include, path, re_path

from kintrace.directory.views import public

app_name = "directory"
_CODE = r"(?P<code>[0-9a-f]{8})"

urlpatterns = [
    path("places-that-help/", public.places, name="places"),
    re_path(rf"^places-that-help/{_CODE}/$", public.place, name="place"),
]

_PLAIN = [re_path(rf"^places-that-help/{_CODE}\.json$", public.data, name="data")]
plain_urlpatterns = [path("", include((_PLAIN, "directory_plain")))]
