"""The pages, in each language; `plain_urlpatterns`: what their scripts ask, in none."""

from django.urls import include, path

from kintrace.safe import views

app_name = "safe"

urlpatterns = [
    path("contact-safe/", views.start, name="start"),
    path("contact-safe/new/", views.new, name="new"),
    path("contact-safe/open/", views.unlock, name="open"),
    path("contact-safe/cards/", views.cards, name="cards"),
]

plain_urlpatterns = [
    path(
        "contact-safe/",
        include(
            (
                [
                    path("lying-under/", views.lying_under, name="lying_under"),
                    path("keep/", views.keep, name="keep"),
                    path("opened/", views.opened, name="opened"),
                    path("delete/", views.delete, name="delete"),
                ],
                "safe_plain",
            )
        ),
    ),
]
