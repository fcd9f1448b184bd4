"""Addresses of the desk that are about the search and about likely pairs."""

from django.urls import path

from kintrace.matching.views import asked, pairs, search

app_name = "matching"
urlpatterns = [
    path("search/", search.search, name="search"),
    path("pairs/", pairs.pairs, name="pairs"),
    path("pairs/judged/", pairs.judged, name="judged"),
    path("pairs/<uuid:pair_id>/", pairs.pair, name="pair"),
    path("pairs/<uuid:pair_id>/more/", pairs.agree, name="agree"),
    path("pairs/<uuid:pair_id>/judge/", pairs.judge, name="judge"),
    path("pairs/<uuid:pair_id>/take-back/", pairs.take_back, name="take_back"),
    path(
        "other/incoming/<uuid:incoming_id>/meant/<uuid:subject>/no/",
        asked.not_meant,
        name="not_meant",
    ),
    path(
        "other/incoming/<uuid:incoming_id>/meant/<uuid:subject>/perhaps/",
        asked.perhaps_meant,
        name="perhaps_meant",
    ),
    path("cases/<uuid:case_id>/let-compare/", pairs.let_compare, name="let_compare"),
]
