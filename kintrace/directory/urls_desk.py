"""The desk's addresses of this folder; mounted on the staff side only."""

from django.urls import path

from kintrace.directory.views import desk, papers

app_name = "listings"

urlpatterns = [
    path("services/", desk.listed, name="list"),
    path("services/new/", desk.add, name="add"),
    path("services/<uuid:listing_id>/", desk.listing, name="listing"),
    path("services/<uuid:listing_id>/change/", desk.change, name="change"),
    path("services/<uuid:listing_id>/confirm/", desk.confirm, name="confirm"),
    path("services/<uuid:listing_id>/retire/", desk.retire, name="retire"),
    path("services/places/", papers.places, name="places"),
    path("services/places/new/", papers.new_place, name="new_place"),
    path("services/places/<uuid:place_id>/", papers.place, name="place"),
    path("services/places/<uuid:place_id>/brochure/", papers.brochure, name="brochure"),
    path("services/data.json", papers.data, name="data"),
]
