"""The desk's addresses of this folder: regions and posters; mounted on the staff side only."""

from django.urls import path

from kintrace.wall.views import handouts, hangings, posters, regions

app_name = "posters"

urlpatterns = [
    path("posters/", posters.listed, name="list"),
    path("posters/new/", posters.make, name="make"),
    path("posters/faces/<uuid:face_id>.jpg", posters.picture, name="picture"),
    path("posters/<uuid:poster_id>/", posters.poster, name="poster"),
    path("posters/<uuid:poster_id>/poster.pdf", posters.printed, name="printed"),
    path("posters/<uuid:poster_id>/hang/", hangings.hang, name="hang"),
    path("posters/sheets/<uuid:hanging_id>/down/", hangings.down, name="down"),
    path("posters/sheets/<uuid:hanging_id>/cover/", hangings.cover, name="cover"),
    path("papers/", handouts.papers, name="papers"),
    path("papers/paper.pdf", handouts.paper, name="paper"),
    path("regions/", regions.regions, name="regions"),
    path("regions/new/", regions.new, name="new_region"),
    path("regions/<uuid:region_id>/", regions.change, name="region"),
]
